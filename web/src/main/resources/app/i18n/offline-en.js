export default {
  'standing.offline': 'No connection to the server. What is saved on this device is shown: release {release}.',
  'standing.newer': 'Release {release} was published. This page shows release {given} until you load it again; they are not mixed.',
  'standing.unknown': 'There is no release “{given}” here. This is {release} of {date}; everything else is as in the link.',
  'standing.pinned': 'You are looking at release {given} of {date}. The latest is {release} of {latest}.',
  'standing.latest': 'See the latest',
  'standing.program': 'There is a new version of Yunga. This page goes on with the one before until you load it again.',
  'standing.load': 'Load the new one',
  'standing.pack': 'Pack of {name}, release {release}, {age}.',
  'standing.leave': 'Leave the pack',
  'standing.saved': 'saved {age}',
  'standing.published': 'published on {date}; opened from a file and not saved on this device',
};
