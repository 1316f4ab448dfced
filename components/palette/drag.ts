/** The type under which a tile of the palette carries its kind. */
export const draggedKind = 'application/x-throughline-kind'
