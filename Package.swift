// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A stage of the house: knows the values on floor 1 and never another stage.
func stage(
    _ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: ["DiscussionModel"] + dependencies, resources: resources,
        swiftSettings: settings)
}

func tests(
    _ name: String, uses dependencies: [Target.Dependency] = [], excludes: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        exclude: excludes,
        swiftSettings: settings)
}

/// Libraries of the system that are used as they are.
let systemTargets: [Target] = [
    .systemLibrary(
        name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
        name: "CLibarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
        name: "CCompressors", pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev", "libbz2-dev", "liblzma-dev"])]),
    .systemLibrary(name: "CLibzstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(
        name: "GMimeHeaders", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .target(name: "CGMime", dependencies: ["GMimeHeaders"]),
    .systemLibrary(name: "IgraphHeaders", providers: [.apt(["libigraph-dev"])]),
    // The static form: the shared one brings OpenBLAS and a dozen libraries more, none of which is
    // used, and half of the time that a cold start takes.
    .target(
        name: "CIgraph", dependencies: ["IgraphHeaders"],
        linkerSettings: [
            .linkedLibrary(":libigraph.a"), .linkedLibrary("gomp"), .linkedLibrary("stdc++"),
        ]),
]

/// The kinds of sites whose pages are read, a file of XPath expressions each.
let sites = [
    "discourse",
    "phpbb",
    "phpbb2",
    "smf",
    "mybb",
    "invision",
    "vbulletin",
    "vbulletin5",
    "xenforo",
    "xenforo-comments",
    "old-reddit",
    "hacker-news",
    "lobsters",
    "slashdot",
    "github",
    "mastodon",
    "disqus",
    "intense-debate",
    "facebook",
    "blogger",
    "wpdiscuz",
    "drupal",
    "spip",
    "wordpress",
    "microformats",
    "microdata",
    "generic",
].map { Resource.embedInCode("Resources/Sites/\($0).yaml") }

/// How comment sections are read: the stage with the most libraries behind it.
let discussionReading = stage(
    "DiscussionReading",
    uses: [
        "LanguageTools", "CSimdjson", "CLibxml2", "CLibarchive", "CCompressors", "CLibzstd",
        "CGMime",
        .product(name: "Yams", package: "Yams"),
    ],
    resources: sites)

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "rejoinder",
    products: [
        .library(name: "Rejoinder", targets: ["Rejoinder"]),
        .executable(name: "rejoinder", targets: ["RejoinderTool"]),
        .executable(name: "rejoinder-evaluate", targets: ["RejoinderEvaluation"]),
        .executable(name: "rejoinder-fuzz", targets: ["RejoinderFuzzer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        // Makes the documentation; no part of the program.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
    ],
    targets: systemTargets + [
        // Floor 0: libraries of the system.
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),

        // Floor 1: the values and the tools that every stage may use.
        .target(name: "DiscussionModel", swiftSettings: settings),
        .target(
            name: "LanguageTools", dependencies: ["DiscussionModel"],
            resources: [.embedInCode("Resources/common-words.txt")], swiftSettings: settings),
        .target(name: "GraphAlgorithms", dependencies: ["CIgraph"], swiftSettings: settings),

        // Floor 2: the stages.
        discussionReading,
        stage(
            "ReplyReconstruction", uses: ["LanguageTools"],
            resources: [
                .embedInCode("Resources/author-weights.txt"),
                .embedInCode("Resources/quotation-weights.txt"),
                .embedInCode("Resources/reply-weights.txt"),
            ]),
        stage(
            "StanceAnalysis", uses: ["LanguageTools"],
            resources: [
                .embedInCode("Resources/camp-weights.txt"),
                .embedInCode("Resources/stance-weights.txt"),
                .embedInCode("Resources/stance-words.dat"),
            ]),
        stage("DiscussionMeasurement", uses: ["LanguageTools", "GraphAlgorithms"]),
        stage(
            "DiscussionSummaries", uses: ["LanguageTools"],
            resources: [.embedInCode("Resources/summary-weights.txt")]),
        stage("DiscussionPrivacy", uses: ["LanguageTools", "CGLib"]),
        stage(
            "DiscussionStorage",
            uses: [
                "LanguageTools",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        stage(
            "DiscussionReporting", uses: ["LanguageTools", "GraphAlgorithms"],
            resources: [
                .embedInCode("Resources/report.css"),
                .embedInCode("Resources/nodes.js"),
                .embedInCode("Resources/comments.js"),
                .embedInCode("Resources/map.js"),
                .embedInCode("Resources/page.js"),
                .embedInCode("Resources/digests.txt"),
            ]),

        // Floor 3: the library's face, the only module that knows the order of the stages.
        .target(
            name: "Rejoinder",
            dependencies: [
                "DiscussionModel", "DiscussionReading", "ReplyReconstruction", "StanceAnalysis",
                "DiscussionMeasurement", "DiscussionSummaries", "DiscussionPrivacy",
                "DiscussionStorage", "DiscussionReporting",
            ],
            swiftSettings: settings),

        // Floors 4 and 5: the command line.
        .target(
            name: "RejoinderCommands",
            dependencies: ["Rejoinder", argumentParser],
            swiftSettings: settings),
        .executableTarget(
            name: "RejoinderTool", dependencies: ["RejoinderCommands", argumentParser],
            swiftSettings: settings),

        // Training and accuracy tables, beside the house.
        .executableTarget(
            name: "RejoinderEvaluation",
            dependencies: [
                "Rejoinder", "DiscussionModel", "DiscussionReading", "ReplyReconstruction",
                "StanceAnalysis", "LanguageTools", "DiscussionMeasurement", "DiscussionSummaries",
                argumentParser,
            ],
            swiftSettings: settings),

        // Fuzzing, beside the house: what is fuzzed, and the program that does it.
        .target(
            name: "FuzzHarnesses",
            dependencies: [
                "Rejoinder", "DiscussionModel", "DiscussionReading", "ReplyReconstruction",
                "StanceAnalysis", "DiscussionStorage", "DiscussionReporting", "CLibxml2",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Fuzzing/Harnesses", swiftSettings: settings),
        .executableTarget(
            name: "RejoinderFuzzer", dependencies: ["FuzzHarnesses"], path: "Fuzzing/Fuzzer",
            swiftSettings: settings),

        .target(
            name: "TestSupport", dependencies: ["DiscussionModel"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("DiscussionModel"),
        tests("LanguageTools", uses: ["DiscussionModel"]),
        tests("GraphAlgorithms", uses: ["CIgraph"]),
        tests("DiscussionReading", uses: ["DiscussionModel"], excludes: ["Fixtures"]),
        tests("ReplyReconstruction", uses: ["DiscussionModel", "LanguageTools"]),
        tests("StanceAnalysis", uses: ["DiscussionModel", "LanguageTools"]),
        tests("DiscussionMeasurement", uses: ["DiscussionModel", "GraphAlgorithms"]),
        tests(
            "DiscussionSummaries",
            uses: ["DiscussionModel", "DiscussionMeasurement", "LanguageTools"]),
        tests("DiscussionPrivacy", uses: ["DiscussionModel"]),
        tests("DiscussionStorage", uses: ["DiscussionModel"], excludes: ["Fixtures"]),
        tests("DiscussionReporting", uses: ["DiscussionModel"], excludes: ["Fixtures"]),
        tests(
            "Rejoinder",
            uses: [
                "DiscussionModel", "DiscussionPrivacy", "DiscussionReading", "ReplyReconstruction",
            ],
            excludes: ["Fixtures"]),
        tests("RejoinderCommands", uses: ["RejoinderTool", "Rejoinder"]),
        tests("RejoinderEvaluation"),
        tests("FuzzHarnesses", uses: ["DiscussionReading"]),
    ]
)
