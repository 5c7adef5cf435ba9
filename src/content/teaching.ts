/** One lesson hour for each lesson of the course, for the page of the teachers. What a lesson is for, how long a reader
 *  needs and which questions it asks comes from the lesson itself. */

export interface LessonPlan {
  /** A question for the whole room, before anything is shown. */
  readonly open: string;
  /** Figures to show, with what is fixed for the class. Addresses on this site. */
  readonly show: readonly { readonly words: string; readonly href: string }[];
  /** The hour: minutes, and what is done in them. */
  readonly hour: readonly (readonly [minutes: number, what: string])[];
  /** What to give along. */
  readonly after: string;
}

/** By the id of the lesson; a lesson without a plan stops the build. */
export const LESSON_PLANS: Readonly<Record<string, LessonPlan>> = {
  '01-one-neuron-three-words': {
    open: 'You push a steady current into a cell. Does its voltage rise for ever?',
    show: [
      {
        words: 'A weak current, the leak to be switched, everything else fixed',
        href: '/gallery/trace/?I=1&hide=threshold&lock=I&answer=hidden',
      },
      { words: 'A strong current without a threshold', href: '/gallery/trace/?I=2.5&threshold=off&lock=I' },
    ],
    hour: [
      [5, 'The opening question. Collect guesses, comment on none.'],
      [
        10,
        'Show the weak current. Predict, then switch the leak off: everybody says what will happen before it does.',
      ],
      [
        15,
        'In three groups, one lens each: explain the three words in your language to the other two groups.',
      ],
      [10, 'Draw the potential after a step, on paper. Compare with the figure.'],
      [5, 'Which part of the circuit fires? None. Leave it at that.'],
    ],
    after:
      'The worksheet, and one paragraph: what does the model leave out that you would have expected in it?',
  },
  '02-from-kirchhoff-to-the-membrane-equation': {
    open: 'A bath fills through a tap and empties through a drain that lets out more the higher the water stands. Where does the water end?',
    show: [
      {
        words: 'The circuit with its two sliders, in the lesson',
        href: '/lessons/02-from-kirchhoff-to-the-membrane-equation/#derivation',
      },
    ],
    hour: [
      [
        5,
        'The bath. Which part is the capacitor, which the leak, and what is missing in the picture? (The battery.)',
      ],
      [
        10,
        'The class draws the circuit and fixes the signs. Do not go on before every arrow has a direction.',
      ],
      [20, 'The five steps. In each, the class names the law first; only then it is written down.'],
      [10, 'Read the circuit: the worksheet, in pairs.'],
    ],
    after:
      'Derive the equation again, with the injected current counted positive when it flows out. What changes?',
  },
  '03-solving-it': {
    open: 'Two membranes get the same current. One has twice the resistance. Which one starts to rise more steeply?',
    show: [
      {
        words: 'A step, only the resistance to be moved',
        href: '/gallery/passive/?hide=inputs.1.amplitude,inputs.1.width,C_m,duration&lock=I&formula=on',
      },
      { words: 'The passive membrane with all its inputs', href: '/gallery/passive/' },
    ],
    hour: [
      [5, 'The opening question, by show of hands. Come back to it at the end.'],
      [15, 'The solution, step by step; the class finds where a changing current would break it.'],
      [10, 'One time constant, two, three: how much is left each time? Read it off the figure.'],
      [10, 'The opening question again, in the figure and in the formula.'],
      [5, 'Slow wave, fast wave: predict, then look.'],
    ],
    after: 'Sketch the answer to two short pulses, one soon after the other. Then check it in the lab.',
  },
  '04-threshold-reset-refractoriness': {
    open: 'The current is exactly as strong as it has to be for the potential to end at the threshold. When does the neuron fire?',
    show: [
      {
        words: 'Exactly at the rheobase, the current fixed',
        href: '/gallery/trace/?I=2&duration=500&lock=I,threshold',
      },
      {
        words: 'Reset and rest apart, the current fixed',
        href: '/gallery/reset/?I=2.5&V_reset=-65&lock=I',
      },
    ],
    hour: [
      [5, 'The opening question. The answer is: never. Ask how one could be sure.'],
      [10, 'The rule, read aloud by one, acted by another at the board with a pen on the axis.'],
      [15, 'The interval, derived. Stop at the division and ask when it is allowed.'],
      [10, 'Numbers: interval and rate, in pairs, before the figure says them.'],
      [5, 'First spike against later intervals: who gets caught?'],
    ],
    after: 'The worksheet. For those who finish early: at which current is the rate half of its ceiling?',
  },
  '05-build-it-in-python': {
    open: 'A computer cannot follow every moment. How long may it look away?',
    show: [
      {
        words: 'Euler’s method with a step that is too long',
        href: '/gallery/dt/?dt=30&threshold=off&I=1.5&lock=I',
      },
    ],
    hour: [
      [5, 'The opening question, then the time-step lab: predict before each longer step.'],
      [10, 'Steps 1 and 2 together, on the projector. Units in the comments, always.'],
      [
        25,
        'Steps 3 to 5 in pairs: one types, one says what. Each cell checks itself; you walk about and ask why.',
      ],
      [5, 'Compare the interval of the class with the formula. Why is it longer?'],
    ],
    after: 'Steps 6 and 7. A file saved with Save as .py shows what was done, and runs anywhere.',
  },
  '06-f-i-and-lapicque': {
    open: 'Twice the current: twice the rate?',
    show: [
      {
        words: 'The f–I curve, only the refractory period to be moved',
        href: '/gallery/fi/?I=3&hide=V_reset,R_m,C_m,dt,method,settings.to&lock=I',
      },
      {
        words: 'Pulses: find the weakest that fires',
        href: '/gallery/strength-duration/?answer=hidden&hide=R_m,C_m,leak',
      },
    ],
    hour: [
      [5, 'The opening question, with three currents to compare.'],
      [
        15,
        'The curve in three pieces: near the edge, in the middle, far away. A group for each says what shapes it.',
      ],
      [10, 'Lapicque: each pair finds the weakest pulse of one length. Collect the points on the board.'],
      [10, 'The law through the points, derived.'],
      [5, 'Charge: which pulse is cheapest?'],
    ],
    after: 'The worksheet, and: look up a measured strength–duration curve and estimate its chronaxie.',
  },
  '07-synapses': {
    open: 'Forty small inputs would fire the neuron if they came together. What if they come one after the other?',
    show: [
      {
        words: 'Place the spikes by hand, the synapse fixed',
        href: '/gallery/synapse/?lock=inputs.0.weight,inputs.0.tau_syn&hide=R_m,C_m',
      },
    ],
    hour: [
      [5, 'The opening question.'],
      [10, 'One postsynaptic potential: why does it peak after the current has begun to fall?'],
      [15, 'In the lab: fire the neuron with as few spikes as you can. Who needs fewest, and why?'],
      [10, 'An open synapse moves the end and the time constant: work out both.'],
      [5, 'Inhibition that moves nothing, and still inhibits.'],
    ],
    after:
      'The worksheet. Then: design a neuron that fires for two spikes within a few milliseconds and not for two far apart.',
  },
  '08-noise': {
    open: 'The mean input is too weak to reach the threshold. Can the neuron fire all the same?',
    show: [{ words: 'A noisy current below the threshold', href: '/gallery/noise/?answer=hidden' }],
    hour: [
      [5, 'The opening question, by show of hands.'],
      [
        15,
        'In the lab: find a mean and a spread that give the same rate twice, once with a mean below the threshold, once above. What tells the two apart?',
      ],
      [15, 'From many small spikes to a mean and a spread: derive, then put numbers in.'],
      [10, 'Irregularity as a number: estimate it from a few intervals, by hand. How good can that be?'],
    ],
    after: 'The worksheet. With Python: run the same neuron with ten seeds and report rate and its scatter.',
  },
  '09-beyond-lif': {
    open: 'You hold the current steady and the neuron slows down. What must it remember that our model forgets?',
    show: [
      { words: 'Adaptation, the current fixed', href: '/gallery/adaptation/?lock=I' },
      { words: 'From regular firing to bursts', href: '/gallery/adex/' },
      { words: 'Hodgkin and Huxley', href: '/gallery/hh/' },
    ],
    hour: [
      [5, 'The opening question.'],
      [15, 'Adaptation: what is added, what it costs (one variable, two parameters), what it makes.'],
      [15, 'Three groups, three labs: find one thing your model does that the plain one cannot.'],
      [10, 'Which model for which question? Argue about the table in the lesson.'],
    ],
    after: 'Take one recording from a paper you know. Which is the simplest model that could make it?',
  },
  '10-networks': {
    open: 'Every neuron excites or inhibits a thousand others. What keeps the network from falling silent, or from firing all at once?',
    show: [{ words: 'The network, in the lesson', href: '/lessons/10-networks/' }],
    hour: [
      [5, 'The opening question.'],
      [10, 'Mean input of one neuron, written down by the class term by term.'],
      [15, 'In the figure: change only the strength of inhibition. Where does the network change its mind?'],
      [10, 'Synchronous or not, regular or not: two questions, four answers. Sort four rasters.'],
      [5, 'What is lost in a smaller network?'],
    ],
    after:
      'The worksheet. With a computer of their own: the same network in Brian2 or NEST, from the file of the site.',
  },
  '11-machine-learning-and-the-hidden-neuron': {
    open: 'You are given a neuron in a box, with one wire in and one wire out. What do you do first?',
    show: [
      {
        words: 'One hidden neuron for the whole class',
        href: '/lessons/11-machine-learning-and-the-hidden-neuron/?hidden=2026',
      },
    ],
    hour: [
      [5, 'The opening question. Write the plans down; compare them at the end.'],
      [
        15,
        'From the course’s neuron to the one of machine learning: the change of variables, and what a reset by subtraction keeps.',
      ],
      [20, 'The hidden neuron, in pairs, all with the same seed. Fewest measurements wins.'],
      [5, 'What could no measurement of spikes alone have told?'],
    ],
    after:
      'Give each student a seed of their own: the number in the link. The site scores the estimates; the number of measurements is part of the answer.',
  },
};
