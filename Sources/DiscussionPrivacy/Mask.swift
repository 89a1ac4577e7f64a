/// What stands for words that tell of a person without being a name.
enum Mask {
    static let mail = "[e-mail]"
    static let phone = "[phone]"
    static let link = "[link]"
    /// A name that several people have.
    static let name = "[name]"
}
