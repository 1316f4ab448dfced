/** Padding of a frame around what it holds; the caption stands in the upper 18 px of it. */
export const frame = { top: 26, side: 7, bottom: 7 }

/** Between two cards of one row, and of one column. */
export const columnGap = 24
export const rowGap = 30

/** Between two cards of one row that a labelled arrow joins. */
export const labelGap = 54

/** Between frames that stand side by side: room for a climbing arrow and its label. */
export const siblingGap = 32

/** Between the service plane and the VPC that hangs below it: room for a label. */
export const planeGap = 36
