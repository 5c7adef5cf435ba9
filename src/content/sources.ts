/** The works the lessons cite. A lesson's front matter lists ids from here; `<Sources />` prints them
 *  and `<Cite id="…" />` points at them. An id, once published, does not change: it is in shared links. */
export interface Source {
  /** How the text names it: "Gerstner et al. 2014". */
  readonly short: string;
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Journal with volume and pages, or publisher. */
  readonly where: string;
  /** Digital object identifier, without the resolver's address. */
  readonly doi: string;
  /** Where it can be read without paying, when that is not the DOI. */
  readonly free?: string;
}

export const SOURCES: Readonly<Record<string, Source>> = {
  gerstner2014: {
    short: 'Gerstner et al. 2014',
    authors: 'W. Gerstner, W. M. Kistler, R. Naud and L. Paninski',
    year: 2014,
    title: 'Neuronal Dynamics: From Single Neurons to Networks and Models of Cognition',
    where: 'Cambridge University Press',
    doi: '10.1017/CBO9781107447615',
    free: 'https://neuronaldynamics.epfl.ch/online/',
  },
  lapicque1907: {
    short: 'Lapicque 1907',
    authors: 'L. Lapicque; translated by N. Brunel and M. C. W. van Rossum, 2007',
    year: 1907,
    title: 'Quantitative investigations of electrical nerve excitation treated as polarization',
    where: 'Biological Cybernetics 97, 341–349',
    doi: '10.1007/s00422-007-0189-6',
  },
  brunel2007: {
    short: 'Brunel & van Rossum 2007',
    authors: 'N. Brunel and M. C. W. van Rossum',
    year: 2007,
    title: 'Lapicque’s 1907 paper: from frogs to integrate-and-fire',
    where: 'Biological Cybernetics 97, 337–339',
    doi: '10.1007/s00422-007-0190-0',
  },
  hodgkin1952: {
    short: 'Hodgkin & Huxley 1952',
    authors: 'A. L. Hodgkin and A. F. Huxley',
    year: 1952,
    title:
      'A quantitative description of membrane current and its application to conduction and excitation in nerve',
    where: 'The Journal of Physiology 117, 500–544',
    doi: '10.1113/jphysiol.1952.sp004764',
  },
  rotter1999: {
    short: 'Rotter & Diesmann 1999',
    authors: 'S. Rotter and M. Diesmann',
    year: 1999,
    title: 'Exact digital simulation of time-invariant linear systems with applications to neuronal modeling',
    where: 'Biological Cybernetics 81, 381–402',
    doi: '10.1007/s004220050570',
  },
  hanuschkin2010: {
    short: 'Hanuschkin et al. 2010',
    authors: 'A. Hanuschkin, S. Kunkel, M. Helias, A. Morrison and M. Diesmann',
    year: 2010,
    title:
      'A general and efficient method for incorporating precise spike times in globally time-driven simulations',
    where: 'Frontiers in Neuroinformatics 4, 113',
    doi: '10.3389/fninf.2010.00113',
  },
};
