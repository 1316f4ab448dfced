/** The words that stand for ids and names nobody knows yet. */
const unknownWord = /unknown-(id|arn|dnsName|host)-of-([\w:-]+)/g

const nouns: Record<string, string> = { id: 'id', arn: 'ARN', dnsName: 'DNS name', host: 'host' }

/** A text as people read it: `<id of NAME>` where AWS has not given an id yet. */
export const withPlaceholders = (text: string): string =>
  text.replace(unknownWord, (_, what: string, name: string) => `<${nouns[what] ?? what} of ${name}>`)

/** A command that was printed with placeholders: printing has encoded their blanks. */
export const readable = (command: string): string =>
  command.replace(/<(?:id|ARN|DNS%20name|host)%20of%20[^>]*>/g, (found) => found.replaceAll('%20', ' '))
