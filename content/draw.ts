import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cheeseIron, gallery } from './drawing/cellar.ts'
import { conference } from './drawing/conference.ts'
import { basile, clockmaker, hugo, ines, maelle, noemie, theodore, tuner } from './drawing/faces.ts'
import { threeEars, wheatField } from './drawing/fields.ts'
import { baroness, smith } from './drawing/forge.ts'
import { soundboard, violinMaker } from './drawing/lutherie.ts'
import { dryingLoft, paperMould } from './drawing/paper.ts'
import { cheesemonger, luthier, roofer } from './drawing/portraits.ts'
import { type Picture, print } from './drawing/print.ts'
import { railwayMap, station, viaduct } from './drawing/rail.ts'
import { minerLampPlate, radioPlate, repairTable, sewingMachinePlate } from './drawing/repair.ts'
import { mill, wheelSection } from './drawing/river.ts'
import { coffeeMaker, toolFan } from './drawing/tools.ts'
import { bottles, chairParts, dryStone, piano, press, townClock } from './drawing/trades.ts'
import { storytelling } from './drawing/veillee.ts'
import { hamlet, solarRoofs } from './drawing/village.ts'
import { weavers } from './drawing/weavers.ts'
import { loom, waveCloth } from './drawing/weaving.ts'
import { cable, felling, roofFrame, sawmill } from './drawing/wood.ts'

/**
 * Draws the pictures of the demo magazine into `uploads/`: all of them, or those whose file name contains one of
 * the words given (`node content/draw.ts viaduc violon`).
 */
const cover = { width: 1600, height: 1000 }
const landscape = { width: 1200, height: 800 }
const upright = { width: 960, height: 1200 }
const square = { width: 900, height: 900 }

const pictures: Picture[] = [
  { file: '2023/03/violon-atelier-montserel.jpg', ...cover, draw: violinMaker },
  { file: '2023/03/elise-varambon-portrait.jpg', ...upright, draw: luthier },
  { file: '2023/03/table-harmonie-courbes.jpg', ...landscape, draw: soundboard },
  { file: '2023/08/roue-moulin-louvise.jpg', ...cover, draw: mill },
  { file: '2023/08/coupe-roue-grande-vanne.jpg', ...landscape, draw: wheelSection },
  { file: '2023/11/forge-fourvelle-enclume.jpg', ...cover, draw: smith },
  { file: '2023/11/enclume-la-baronne.jpg', ...landscape, draw: baroness },
  { file: '2024/02/cave-arconne-galerie.jpg', ...cover, draw: gallery },
  { file: '2024/02/solenne-ambazac-portrait.jpg', ...upright, draw: cheesemonger },
  { file: '2024/02/sonde-fromage-arcon.jpg', ...landscape, draw: cheeseIron },
  { file: '2024/04/assises-reparation-montserel.jpg', ...cover, draw: conference },
  { file: '2024/04/cafetiere-eclatee.jpg', ...landscape, draw: coffeeMaker },
  { file: '2024/09/cafe-reparation-lusigneux.jpg', ...cover, draw: repairTable },
  { file: '2024/09/radio-a-lampes.jpg', ...square, draw: radioPlate },
  { file: '2024/09/lampe-de-mineur.jpg', ...square, draw: minerLampPlate },
  { file: '2024/09/machine-a-coudre.jpg', ...square, draw: sewingMachinePlate },
  { file: '2024/09/outils-du-cafe-reparation.jpg', ...landscape, draw: toolFan },
  { file: '2025/02/papier-chiffon-grenier-trefeuil.jpg', ...cover, draw: dryingLoft },
  { file: '2025/02/forme-a-papier-cuve.jpg', ...landscape, draw: paperMould },
  { file: '2025/06/toits-solaires-les-orgerets.jpg', ...cover, draw: solarRoofs },
  { file: '2025/06/malik-derouet-portrait.jpg', ...upright, draw: roofer },
  { file: '2025/06/les-orgerets-route-du-col.jpg', ...landscape, draw: hamlet },
  { file: '2025/11/viaduc-rocherolle-autorail.jpg', ...cover, draw: viaduct },
  { file: '2025/11/autorail-gare-lusigneux.jpg', ...landscape, draw: station },
  { file: '2025/11/carte-ligne-sorvanne.jpg', ...landscape, draw: railwayMap },
  { file: '2026/04/metier-a-tisser-pont-louvise.jpg', ...cover, draw: loom },
  { file: '2026/04/jeanne-romaric-lamblard.jpg', ...landscape, draw: weavers },
  { file: '2026/04/point-louvise-tissu.jpg', ...landscape, draw: waveCloth },
  { file: '2026/09/ble-plateau-gramaille.jpg', ...cover, draw: wheatField },
  { file: '2026/09/trois-epis-de-pays.jpg', ...upright, draw: threeEars },
  { file: '2023/02/maelle-garancier.jpg', ...upright, draw: maelle },
  { file: '2023/02/hugo-bressand.jpg', ...upright, draw: hugo },
  { file: '2023/02/noemie-astruy.jpg', ...upright, draw: noemie },
  { file: '2023/02/basile-corvoisier.jpg', ...upright, draw: basile },
  { file: '2023/02/theodore-linsac.jpg', ...upright, draw: theodore },
  { file: '2023/02/ines-valloire.jpg', ...upright, draw: ines },
  { file: '2024/12/horloge-de-fourvelle.jpg', ...cover, draw: townClock },
  { file: '2024/12/anselme-rouviere.jpg', ...upright, draw: clockmaker },
  { file: '2025/04/mur-de-vaucreuse.jpg', ...cover, draw: dryStone },
  { file: '2025/09/caisses-de-lusigneux.jpg', ...cover, draw: bottles },
  { file: '2026/01/abattage-gramaille.jpg', ...cover, draw: felling },
  { file: '2026/03/cable-de-lenclume.jpg', ...cover, draw: cable },
  { file: '2026/06/chaise-en-onze-morceaux.jpg', ...cover, draw: chairParts },
  { file: '2026/07/scierie-de-trefeuil.jpg', ...cover, draw: sawmill },
  { file: '2026/10/charpente-des-orgerets.jpg', ...cover, draw: roofFrame },
  { file: '2026/11/presse-de-montserel.jpg', ...cover, draw: press },
  { file: '2026/11/piano-ouvert.jpg', ...cover, draw: piano },
  { file: '2026/11/noor-belkadi.jpg', ...upright, draw: tuner },
  { file: '2026/10/veillee-metiers-place-haute.jpg', ...cover, draw: storytelling },
]

const words = process.argv.slice(2)
const wanted = pictures.filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)))
for (const picture of wanted) {
  const target = join(import.meta.dirname, 'uploads/wp-content/uploads', picture.file)
  const jpeg = await print(picture)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, jpeg)
  console.log(`${picture.file}: ${Math.round(jpeg.length / 1000)} kB`)
}
