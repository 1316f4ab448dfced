'use client'

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { EditorState } from './store'
import type { Editing } from './useEditor'

const Context = createContext<Editing | undefined>(undefined)

export const EditingProvider = Context.Provider

/** The store and the worker of the opened topology. */
export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('This part stands outside the editor.')
  return editing
}

/** A part of the editor's state; the component renders anew only when that part changes. */
export const useEditorState = <T,>(select: (state: EditorState) => T): T => useStore(useEditing().store, select)
