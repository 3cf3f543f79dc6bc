/** The master palette of the magazine: a picture takes four to six of these inks, and no other colour. */
export const ink = {
  night: '#10303a',
  sea: '#1f5560',
  lake: '#4b8388',
  sage: '#9db59f',
  mist: '#d3dcc4',
  cream: '#f5ead3',
  straw: '#ecce8a',
  ochre: '#dc9a2c',
  clay: '#b9653a',
  vermilion: '#d2452d',
  ember: '#8f2b25',
} as const
