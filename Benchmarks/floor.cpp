// The floor under any analysis of a dump: simdjson reads each line, SQLite takes its fields as rows.
//
//     c++ -O3 -march=native floor.cpp -lsimdjson -lsqlite3 -o floor
//     floor read comments.ndjson               reads alone; - for standard input
//     floor store comments.ndjson rows.sqlite  reads, and inserts in one transaction
//     floor index rows.sqlite COLUMN           builds an FTS5 index over a column of `comment`
//
// Prints the number of comments. Not part of the program: it is what the program is measured by.
#include <simdjson.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

[[noreturn]] void fail(const char *what) {
  std::fprintf(stderr, "floor: %s\n", what);
  std::exit(2);
}

void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sqlite3_errmsg(db));
}

sqlite3 *open(const char *path) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(path, &db) != SQLITE_OK) fail("cannot open the store");
  return db;
}

void bind(sqlite3_stmt *row, int column, std::string_view text) {
  sqlite3_bind_text(row, column, text.data(), int(text.size()), SQLITE_STATIC);
}

std::string text(simdjson::simdjson_result<simdjson::ondemand::value> value) {
  return std::string(std::string_view(value.get_string()));
}

simdjson::simdjson_result<simdjson::padded_string> contents(std::string_view path) {
  if (path != "-") return simdjson::padded_string::load(path);
  std::string all;
  std::string part(1 << 20, '\0');
  while (const size_t read = std::fread(part.data(), 1, part.size(), stdin)) {
    all.append(part, 0, read);
  }
  return simdjson::padded_string(all);
}

}  // namespace

int main(int count, char **arguments) {
  const std::string_view task = count > 2 ? arguments[1] : "";
  if (task == "index") {
    sqlite3 *db = open(arguments[2]);
    const std::string column = count > 3 ? arguments[3] : "body";
    run(db, ("CREATE VIRTUAL TABLE bare USING fts5(" + column +
             ", content=comment, content_rowid=id,"
             " tokenize='unicode61 remove_diacritics 2')").c_str());
    run(db, "INSERT INTO bare(bare) VALUES ('rebuild')");
    sqlite3_close(db);
    return 0;
  }
  const bool stores = task == "store" && count > 3;
  if (task != "read" && !stores) fail("read FILE, store FILE DB, or index DB [COLUMN]");

  sqlite3 *db = nullptr;
  sqlite3_stmt *row = nullptr;
  if (stores) {
    db = open(arguments[3]);
    run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    run(db, "CREATE TABLE comment(id INTEGER PRIMARY KEY, key TEXT, author TEXT, discussion TEXT,"
            " parent TEXT, posted INTEGER, score INTEGER, body TEXT)");
    run(db, "BEGIN");
    sqlite3_prepare_v2(db, "INSERT INTO comment VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", -1, &row,
                       nullptr);
  }
  auto file = contents(arguments[2]);
  if (file.error()) fail("cannot read the file");
  simdjson::ondemand::parser parser;
  auto stream = parser.iterate_many(file.value_unsafe(), 1 << 22);
  if (stream.error()) fail("no JSON");
  size_t comments = 0;
  size_t bytes = 0;
  for (auto document : stream.value_unsafe()) {
    // Copied, as whoever keeps them has to: the parser's buffer is used again.
    const std::string key = text(document["id"]);
    const std::string author = text(document["author"]);
    const std::string discussion = text(document["link_id"]);
    const std::string parent = text(document["parent_id"]);
    const int64_t posted = document["created_utc"].get_int64();
    const int64_t score = document["score"].get_int64();
    const std::string body = text(document["body"]);
    bytes += author.size() + body.size();
    if (stores) {
      bind(row, 1, key);
      bind(row, 2, author);
      bind(row, 3, discussion);
      bind(row, 4, parent);
      sqlite3_bind_int64(row, 5, posted);
      sqlite3_bind_int64(row, 6, score);
      bind(row, 7, body);
      if (sqlite3_step(row) != SQLITE_DONE) fail(sqlite3_errmsg(db));
      sqlite3_reset(row);
    }
    ++comments;
  }
  if (stores) {
    sqlite3_finalize(row);
    run(db, "COMMIT");
    sqlite3_close(db);
  }
  std::printf("%zu comments, %zu bytes of text and names\n", comments, bytes);
}
