/// A number with its noun: "1 reply", "2 replies".
///
/// - Parameter many: the noun for other numbers than one; `nil` where that is `one` with an "s".
package func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
}
