import DiscussionModel

// Testing has types of these names too.
typealias Comment = DiscussionModel.Comment
