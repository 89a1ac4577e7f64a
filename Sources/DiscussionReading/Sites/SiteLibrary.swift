import DiscussionModel
import Foundation

/// The descriptions that are built in, and those of users.
enum SiteLibrary {
    /// The built-in descriptions, one line each; of equally good ones the first reads a page.
    static let files: [(name: String, yaml: [UInt8])] = [
        ("discourse", PackageResources.discourse_yaml),
        ("phpbb", PackageResources.phpbb_yaml),
        ("phpbb2", PackageResources.phpbb2_yaml),
        ("smf", PackageResources.smf_yaml),
        ("mybb", PackageResources.mybb_yaml),
        ("invision", PackageResources.invision_yaml),
        ("vbulletin", PackageResources.vbulletin_yaml),
        ("vbulletin5", PackageResources.vbulletin5_yaml),
        ("xenforo", PackageResources.xenforo_yaml),
        ("xenforo-comments", PackageResources.xenforo_comments_yaml),
        ("old-reddit", PackageResources.old_reddit_yaml),
        ("hacker-news", PackageResources.hacker_news_yaml),
        ("lobsters", PackageResources.lobsters_yaml),
        ("slashdot", PackageResources.slashdot_yaml),
        ("github", PackageResources.github_yaml),
        ("mastodon", PackageResources.mastodon_yaml),
        ("disqus", PackageResources.disqus_yaml),
        ("intense-debate", PackageResources.intense_debate_yaml),
        ("facebook", PackageResources.facebook_yaml),
        ("blogger", PackageResources.blogger_yaml),
        ("wpdiscuz", PackageResources.wpdiscuz_yaml),
        ("drupal", PackageResources.drupal_yaml),
        ("spip", PackageResources.spip_yaml),
        ("wordpress", PackageResources.wordpress_yaml),
        ("microformats", PackageResources.microformats_yaml),
        ("microdata", PackageResources.microdata_yaml),
    ]

    /// The descriptions of `files`. A built-in one that cannot be read is left out, which a test
    /// rules out.
    static let builtIn: [SiteDescription] = files.compactMap {
        try? SiteDescription(yaml: String(decoding: $0.yaml, as: UTF8.self), file: $0.name)
    }

    /// Reads the description in a file.
    ///
    /// - Throws: `ReadingError` that names the file, its line, and what was expected.
    static func description(inFile path: String) throws(ReadingError) -> SiteDescription {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ReadingError(
                .notFound, file: path, problem: "there is no such site description",
                advice: "name a YAML file; Documentation/Sites.md shows one")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ReadingError(
                .unreadable, file: path, problem: "the site description cannot be read",
                advice: "check that it is a file and that you may read it")
        }
        return try SiteDescription(yaml: String(decoding: data, as: UTF8.self), file: path)
    }
}
