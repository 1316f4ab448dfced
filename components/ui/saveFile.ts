/** Hands a text to the browser as a download. Characters that file systems refuse become hyphens. */
export function saveFile(name: string, mediaType: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[^\w.-]+/g, '-')
  link.click()
  URL.revokeObjectURL(url)
}
