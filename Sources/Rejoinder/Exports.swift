// `import Rejoinder` suffices to read, analyse, store and present.
@_exported public import DiscussionMeasurement
@_exported public import DiscussionModel
@_exported public import DiscussionPrivacy
@_exported public import DiscussionReading
@_exported public import DiscussionReporting
@_exported public import DiscussionStorage
@_exported public import DiscussionSummaries
@_exported public import ReplyReconstruction
@_exported public import StanceAnalysis
