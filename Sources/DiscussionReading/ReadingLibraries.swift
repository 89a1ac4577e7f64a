import CCompressors
import CGMime
import CLibarchive
import CLibxml2
import CLibzstd
import CSimdjson
public import DiscussionModel

/// The libraries that reading is linked with.
public enum ReadingLibraries {
    /// All of them, by name.
    public static var all: [LinkedLibrary] {
        [
            LinkedLibrary(
                "bzip2", version: BZ2_bzlibVersion().map { String(cString: $0) }?.firstWord,
                licence: "bzip2-1.0.6", use: "unpacks .bz2"),
            LinkedLibrary(
                "GMime", version: mime_library_version().map { String(cString: $0) },
                licence: "LGPL-2.1-or-later", use: "reads mail"),
            LinkedLibrary(
                "libarchive", version: archive_version_string().map { String(cString: $0) }?.number,
                licence: "BSD-2-Clause", use: "reads .zip and .tar"),
            LinkedLibrary(
                "liblzma", version: lzma_version_string().map { String(cString: $0) },
                licence: "LicenseRef-Public-Domain", use: "unpacks .xz and .lzma"),
            LinkedLibrary(
                "libxml2", version: LIBXML_DOTTED_VERSION, licence: "MIT",
                use: "reads HTML and XML"),
            LinkedLibrary(
                "libzstd", version: ZSTD_versionString().map { String(cString: $0) },
                licence: "BSD-3-Clause", use: "unpacks .zst"),
            LinkedLibrary(
                "simdjson", version: String(cString: json_library_version()),
                licence: "Apache-2.0", use: "reads JSON"),
            LinkedLibrary(
                "Yams", version: "6.2.0", licence: "MIT", use: "reads the descriptions of sites"),
            LinkedLibrary(
                "zlib", version: zlibVersion().map { String(cString: $0) }, licence: "Zlib",
                use: "unpacks .gz"),
        ]
    }
}

extension String {
    /// "1.0.8" of "1.0.8, 13-Jul-2019".
    fileprivate var firstWord: String { String(prefix { $0 != "," && $0 != " " }) }

    /// "3.6.2" of "libarchive 3.6.2".
    fileprivate var number: String { String(drop { !$0.isNumber }) }
}
