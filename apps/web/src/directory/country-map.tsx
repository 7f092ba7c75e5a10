import { geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';
import { countryName } from '../i18n/instants.js';
import { useLanguage } from '../i18n/use-language.js';
import { countryOfOutline, markOf } from './country-places.js';
import './directory.css';

/** What the map shows: Europe and its neighbours, or everything. */
export type MapView = 'europe' | 'world';

const size: [number, number] = [960, 640];

/** Europe in the projection of its own statistics; the world in one that keeps areas, too: a large country shall not look larger than it is. */
const projections: Record<MapView, () => GeoProjection> = {
  europe: () =>
    geoAzimuthalEqualArea()
      .rotate([-13, -52])
      .fitExtent([[0, 0], size], {
        type: 'MultiPoint',
        coordinates: [
          [-11, 36],
          [-22, 64],
          [40, 36],
          [45, 66],
          [25, 71],
          [13, 34],
          [25, 34],
        ],
      }) // prettier-ignore
      .clipExtent([[0, 0], size]),
  world: () => geoEqualEarth().fitExtent([[8, 8], [size[0] - 8, size[1] - 8]], { type: 'Sphere' }), // prettier-ignore
};

const topology = atlas as unknown as Parameters<typeof feature>[0];
const countries = (feature(topology, topology.objects['countries'] as never) as unknown as GeoJSON.FeatureCollection).features.map(
  (outline) => ({
    outline,
    code: countryOfOutline.get(String(outline.id ?? outline.properties?.['name'])) ?? null,
  }),
);

const shade = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4)));

/** How many there are in each country, drawn. The list beside it says and does the same, for those who do not see or point. */
export function CountryMap({
  counts,
  view,
  chosen,
  onChoose,
}: {
  counts: ReadonlyMap<string, number>;
  view: MapView;
  chosen: string | undefined;
  onChoose: (country: string | undefined) => void;
}) {
  const { locale } = useLanguage();
  const drawn = useMemo(() => {
    const projection = projections[view]();
    const path = geoPath(projection);
    const place = (code: string | null, outline?: GeoJSON.Feature) => {
      const at = (code && markOf[code]) ?? (outline && geoCentroid(outline));
      const point = at && projection(at as [number, number]);
      return point && point[0] >= 0 && point[0] <= size[0] && point[1] >= 0 && point[1] <= size[1] ? point : null;
    };
    const shapes = countries.map(({ outline, code }) => ({ code, d: path(outline) ?? '', at: place(code, outline) }));
    const outlined = new Set(shapes.map(({ code }) => code));
    const small = Object.keys(markOf).flatMap((code) => (outlined.has(code) ? [] : [{ code, d: '', at: place(code) }]));
    return [...shapes, ...small];
  }, [view]);
  const most = Math.max(1, ...counts.values());
  const number = new Intl.NumberFormat(locale);
  return (
    <svg className="countrymap" viewBox={`0 0 ${size[0]} ${size[1]}`} aria-hidden focusable={false}>
      {drawn.map(({ code, d }, index) => {
        const count = (code && counts.get(code)) || 0;
        return d ? (
          <path
            key={code ?? `other-${index}`}
            d={d}
            className={`land s${shade(count, most)}${code && code === chosen ? ' chosen' : ''}`}
            {...(code && count > 0 && { onClick: () => onChoose(code === chosen ? undefined : code) })}
          >
            {code && count > 0 && <title>{`${countryName(code, locale)}: ${number.format(count)}`}</title>}
          </path>
        ) : null;
      })}
      {drawn.map(({ code, at }) => {
        const count = (code && counts.get(code)) || 0;
        if (!code || !at || count === 0) return null;
        const radius = view === 'europe' ? 15 : 11;
        return (
          <g
            key={code}
            className={code === chosen ? 'mark chosen' : 'mark'}
            transform={`translate(${at[0]} ${at[1]})`}
            onClick={() => onChoose(code === chosen ? undefined : code)}
          >
            <title>{`${countryName(code, locale)}: ${number.format(count)}`}</title>
            <circle r={radius} />
            <text dy="0.35em">{number.format(count)}</text>
          </g>
        );
      })}
    </svg>
  );
}
