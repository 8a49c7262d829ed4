/**
 * Everything the parts of the page need to know, in one object.
 *
 * @param {object} page what is chosen: state, catalogue; what came later: national, targets; values; whether a hand moves time
 * @param {import('./figures.js').Figures} data @param {object} geo @param {object|null} outline
 */
export function viewOf({ state, catalogue, national, targets, values, moving }, data, geo, outline) {
  const set = catalogue.regionSet(state.regionSet);
  const frame = data.frame(state.series, state.period);
  // A set of one region is that region.
  const only = frame.size === 1 ? [...frame.keys()][0] : null;
  return {
    state,
    catalogue,
    data,
    geo,
    outline,
    frame,
    set,
    indicator: catalogue.indicator(state.indicator),
    series: catalogue.seriesOf(state.series),
    total: data.total(state.series, state.period),
    region: frame.has(state.region) ? state.region : only,
    pointsOnly: !set.with_boundary && set.with_point > 0,
    national: set.id === 'country' ? data.all : national,
    targets,
    values,
    moving,
  };
}
