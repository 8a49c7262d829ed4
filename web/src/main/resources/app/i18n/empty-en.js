export default {
  'empty.title': 'This store has no figures and no plots yet.',
  'empty.how': 'Load data and open this page again.',
};
