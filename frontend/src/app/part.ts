import { type Component, defineAsyncComponent } from 'vue'
import { words } from './i18n'

/** A part that comes when it is opened, with the words of the nouns it speaks of. */
export function part<C extends Component>(load: () => Promise<{ default: C }>, ...nouns: string[]): C {
  return defineAsyncComponent(async () => {
    const [it] = await Promise.all([load(), words(...nouns)])
    return it
  })
}
