// The icons that the kit itself draws. Deep imports: one small file each. A
// feature imports its own icons the same way.

export { default as IconAlertTriangle } from '@tabler/icons-vue/dist/esm/icons/IconAlertTriangle.mjs'
export { default as IconCamera } from '@tabler/icons-vue/dist/esm/icons/IconCamera.mjs'
export { default as IconCheck } from '@tabler/icons-vue/dist/esm/icons/IconCheck.mjs'
export { default as IconChevronLeft } from '@tabler/icons-vue/dist/esm/icons/IconChevronLeft.mjs'
export { default as IconChevronRight } from '@tabler/icons-vue/dist/esm/icons/IconChevronRight.mjs'
export { default as IconCloudCheck } from '@tabler/icons-vue/dist/esm/icons/IconCloudCheck.mjs'
export { default as IconCloudOff } from '@tabler/icons-vue/dist/esm/icons/IconCloudOff.mjs'
export { default as IconCloudUpload } from '@tabler/icons-vue/dist/esm/icons/IconCloudUpload.mjs'
export { default as IconSearch } from '@tabler/icons-vue/dist/esm/icons/IconSearch.mjs'
export { default as IconX } from '@tabler/icons-vue/dist/esm/icons/IconX.mjs'
