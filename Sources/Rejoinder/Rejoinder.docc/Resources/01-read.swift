import Rejoinder

for result in try DiscussionReader(inputs: ["page.txt"]) {
    switch result {
    case .success(let discussion):
        print("\(discussion.article.title ?? discussion.id): \(discussion.comments.count) comments")
    case .failure(let error):
        print(error)
    }
}
