// One file per icon: the package's barrel would make the build read 8,000
// modules for the same output.
declare module '@tabler/icons-vue/dist/esm/icons/*.mjs' {
  import type { FunctionalComponent, SVGAttributes } from 'vue'
  const icon: FunctionalComponent<
    Omit<SVGAttributes, 'stroke'> & { size?: number | string; stroke?: number | string }
  >
  export default icon
}

// Element Plus ships these without types of their own.
declare module 'element-plus/es/components/*/style/css'
