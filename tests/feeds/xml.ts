import { SaxesParser } from 'saxes';

/** An element of XML with its name space; `text` is what is in it directly. */
export interface XmlElement {
  /** Address of its name space, empty for none. */
  space: string;
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * A document as a strict parser reads it.
 * @throws Error when it is not well-formed
 */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { space: '', name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element = {
      space: uri,
      name: local,
      attributes: Object.fromEntries(Object.values(attributes).map(({ local: name, value }) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('The document is empty.');
  return document;
}

/** Children with a name in a name space. */
export const childrenOf = (parent: XmlElement, name: string, space = ''): XmlElement[] =>
  parent.children.filter((child) => child.name === name && child.space === space);
