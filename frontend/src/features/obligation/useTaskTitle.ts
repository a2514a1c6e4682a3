import { useI18n } from 'vue-i18n'

/**
 * What a duty asks, in the reader's language. The server words it in Chinese,
 * "what: of what"; in another language its kind says what is asked, and what it
 * is about stays as somebody wrote it.
 */
export function useTaskTitle() {
  const { t, te, locale } = useI18n()
  return (task: { kind: string; title: string }): string => {
    if (locale.value === 'zh-CN' || !te(`task.${task.kind}`)) return task.title
    const [, about] = task.title.split('：')
    const asked = t(`task.${task.kind}`)
    return about ? `${asked}: ${about}` : asked
  }
}
