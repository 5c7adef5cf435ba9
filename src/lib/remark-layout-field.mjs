/** Lets lessons keep the original tutorial's `layout: learning`. Astro takes a page's `layout` for the
 *  path of a component and would look for a package named "learning"; Starlight lays the page out
 *  already, so the field is taken away before Astro sees it. src/lib/front-matter.ts has checked it. */
export default function remarkLayoutField() {
  return (_tree, file) => {
    const { frontmatter } = file.data.astro;
    if (frontmatter?.layout === 'learning') delete frontmatter.layout;
  };
}
