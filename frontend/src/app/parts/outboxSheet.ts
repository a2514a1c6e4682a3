import { ref } from 'vue'

/** Whether the sheet of unsent records is open; any page may open it. */
export const outboxShown = ref(false)
