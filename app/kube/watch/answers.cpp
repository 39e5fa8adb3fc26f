#include "app/kube/watch/answers.h"

#include "app/kube/watch/row_decoders.h"

#include <QCoreApplication>

namespace kaptan::kube
{

namespace
{

using json::Reading;
using json::Value;
namespace ondemand = simdjson::ondemand;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClusterAnswer)
};

constexpr size_t keptParser = 16 * 1024 * 1024;

/// A parser keeps its buffers: one for each worker for usual answers, a passing one for huge ones.
class Parser
{
public:
    explicit Parser(size_t size) : m_passing(size > keptParser ? new ondemand::parser : nullptr) {}

    ondemand::parser& operator*()
    {
        static thread_local ondemand::parser kept;
        return m_passing ? *m_passing : kept;
    }

private:
    std::unique_ptr<ondemand::parser> m_passing;
};

bool isAtEnd(ondemand::document& document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

void pad(QByteArray& bytes)
{
    bytes.reserve(bytes.size() + qsizetype(simdjson::SIMDJSON_PADDING));
}

ParseError broken(const QString& what, const QString& where, QByteArrayView begin, simdjson::error_code code)
{
    const QByteArray start = begin.first(std::min<qsizetype>(begin.size(), 64)).toByteArray().trimmed();
    if (start.startsWith('<'))
        return {what, where, Tr::tr("the answer is a web page"), -1};
    if (start.isEmpty())
        return {what, where, Tr::tr("the answer is empty"), -1};
    return {what, where, QString::fromLatin1(simdjson::error_message(code)), -1};
}

void readListHead(Reading& reading, Value& value, ListHead& head)
{
    const auto bytes = [&](Value& member) {
        const std::string_view view = reading.view(member);
        return QByteArray(view.data(), qsizetype(view.size()));
    };
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "resourceVersion")
            head.resourceVersion = bytes(member);
        else if (key == "continue")
            head.continueToken = bytes(member);
        else if (key == "remainingItemCount")
            head.remaining = reading.integer(member, -1);
    });
}

/// The end of the JSON value that begins at `at`, or -1 while it is not here.
qsizetype endOfValue(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    bool inString = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
            if (!inString && depth == 0)
                return at + 1;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at; // behind a number or a word
        if (c == '"')
            inString = true;
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at + 1;
    }
    return -1;
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
        ++at;
    return at;
}

/// The object behind a page's "metadata", or nothing.
QByteArrayView metadataOf(QByteArrayView begin)
{
    qsizetype at = skipSpace(begin, 0);
    if (at >= begin.size() || begin[at] != '{')
        return {};
    at = skipSpace(begin, at + 1);
    while (at < begin.size() && begin[at] == '"') {
        const qsizetype keyEnd = endOfValue(begin, at);
        if (keyEnd < 0)
            return {};
        const QByteArrayView key = begin.sliced(at + 1, keyEnd - at - 2);
        at = skipSpace(begin, keyEnd);
        if (at >= begin.size() || begin[at] != ':' || key == "items" || key == "rows")
            return {};
        at = skipSpace(begin, at + 1);
        const qsizetype end = endOfValue(begin, at);
        if (end < 0)
            return {};
        if (key == "metadata")
            return begin.sliced(at, end - at);
        at = skipSpace(begin, end);
        if (at < begin.size() && begin[at] == ',')
            at = skipSpace(begin, at + 1);
    }
    return {};
}

/// Null for what has no uid or no name, in lists as in watches: nothing could be told of it later.
std::shared_ptr<Row> known(std::shared_ptr<Row> row)
{
    if (row && (row->uid.isEmpty() || row->name.isEmpty()))
        row.reset();
    return row;
}

DecodedObject readObject(Reading& reading, const RowSchema& schema, ondemand::object& object)
{
    json::Metadata metadata;
    std::shared_ptr<Row> row = json::readRow(schema.rowKind, reading, object, metadata);
    return {known(std::move(row)), std::move(metadata.version)};
}

/// The object of an event: a table of one row, or the object itself where its server renders none.
DecodedObject readTable(Reading& reading, const RowSchema& schema, ondemand::object& object)
{
    json::Metadata metadata, whole;
    auto plain = std::make_shared<CellsRow>();
    std::shared_ptr<Row> row;
    reading.members(object, [&](std::string_view key, Value& member) {
        if (key == "metadata") {
            json::readMetadata(reading, member, *plain, whole);
        } else if (key == "columnDefinitions") {
            // In the first event only, and null behind it.
            const QVector<TableColumn> columns = json::readColumns(reading, member);
            if (!columns.isEmpty() && schema.header)
                schema.header->set(columns);
        } else if (key == "rows") {
            reading.elements(member, [&](Value& element) {
                ondemand::object cells;
                if (!row && !reading.failed(element.get_object().get(cells)))
                    row = json::readCells(reading, cells, metadata);
            });
        }
    });
    if (!row) {
        plain->cells = {plain->name, Text()};
        row = std::move(plain);
    }
    return {known(std::move(row)),
            metadata.version.isEmpty() ? std::move(whole.version) : std::move(metadata.version)};
}

void readStatusAnswer(Reading& reading, Value& value, StatusAnswer& status)
{
    const auto text = [&](Value& member) {
        const std::string_view view = reading.view(member);
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    };
    reading.members(value, [&](std::string_view key, Value& member) {
        if (key == "code")
            status.code = reading.small(member);
        else if (key == "reason")
            status.reason = text(member);
        else if (key == "message")
            status.message = text(member);
        else if (key == "metadata") {
            ListHead head;
            readListHead(reading, member, head);
            status.continueToken = head.continueToken;
        } else if (key == "details") {
            reading.members(member, [&](std::string_view name, Value& number) {
                if (name == "retryAfterSeconds")
                    status.retryAfterSeconds = reading.small(number);
            });
        }
    });
}

enum class EventType { Unknown, Upserted, Deleted, Bookmark, Error };

EventType typeOf(std::string_view type)
{
    return type == "ADDED" || type == "MODIFIED" ? EventType::Upserted
           : type == "DELETED"                   ? EventType::Deleted
           : type == "BOOKMARK"                  ? EventType::Bookmark
           : type == "ERROR"                     ? EventType::Error
                                                 : EventType::Unknown;
}

/// One line. `type` is known before `object` on every server seen; where it is not, the line is read twice.
class LineReader
{
public:
    LineReader(const RowSchema& rowSchema, DecodedEvents& decoded)
        : m_schema(rowSchema), m_reading{*rowSchema.texts, rowSchema.kind}, m_events(decoded)
    {
    }

    simdjson::error_code read(ondemand::parser& parser, const char* line, size_t size, size_t readable)
    {
        ondemand::document document;
        ondemand::object root;
        EventType type = EventType::Unknown;
        bool objectSkipped = false, objectSeen = false;
        if (m_reading.failed(parser.iterate(line, size, readable).get(document)) ||
            m_reading.failed(document.get_object().get(root)))
            return wrongShape();
        m_reading.members(root, [&](std::string_view key, Value& member) {
            if (key == "type") {
                type = typeOf(m_reading.view(member));
            } else if (key == "object") {
                objectSeen = true;
                objectSkipped = type == EventType::Unknown;
                if (!objectSkipped)
                    readBody(type, member);
            }
        });
        if (objectSkipped && type != EventType::Unknown && !isBroken()) {
            if (m_reading.failed(parser.iterate(line, size, readable).get(document)) ||
                m_reading.failed(document.get_object().get(root)))
                return wrongShape();
            m_reading.members(root, [&](std::string_view key, Value& member) {
                if (key == "object")
                    readBody(type, member);
            });
        } else if (!isBroken() && (!objectSeen || type == EventType::Unknown)) {
            ++m_events.skipped; // a type that nobody knew when this was written
        }
        if (!isBroken() && !isAtEnd(document))
            return simdjson::TRAILING_CONTENT;
        return m_reading.broken;
    }

    /// After the whole line was found sound.
    void keep()
    {
        if (m_hasChange) {
            m_version = m_change.object.version;
            if (m_change.object.row)
                m_events.changes.push_back(std::move(m_change));
            else
                ++m_events.skipped;
        }
        if (!m_version.isEmpty())
            m_events.version = m_version;
    }

private:
    bool isBroken() const { return m_reading.broken != simdjson::SUCCESS; }

    simdjson::error_code wrongShape() const
    {
        return isBroken() ? m_reading.broken : simdjson::INCORRECT_TYPE;
    }

    void readBody(EventType type, Value& member)
    {
        if (type == EventType::Error) {
            m_events.refused.emplace();
            readStatusAnswer(m_reading, member, *m_events.refused);
            return;
        }
        ondemand::object object;
        if (m_reading.failed(member.get_object().get(object))) {
            ++m_events.skipped;
            return;
        }
        if (type == EventType::Bookmark) {
            // An otherwise empty object of the kind: only its version counts.
            m_reading.members(object, [&](std::string_view key, Value& metadata) {
                if (key != "metadata")
                    return;
                ListHead head;
                readListHead(m_reading, metadata, head);
                m_version = Text(
                    std::string_view(head.resourceVersion.constData(), size_t(head.resourceVersion.size())));
            });
            return;
        }
        m_change = {m_schema.rowKind == RowKind::Cells ? readTable(m_reading, m_schema, object)
                                                       : readObject(m_reading, m_schema, object),
                    type == EventType::Deleted};
        m_hasChange = true;
    }

    const RowSchema& m_schema;
    Reading m_reading;
    DecodedEvents& m_events;
    DecodedEvents::Change m_change;
    Text m_version;
    bool m_hasChange = false;
};

} // namespace

std::optional<ListHead> peekListHead(QByteArrayView begin)
{
    const QByteArrayView metadata = metadataOf(begin);
    if (metadata.isEmpty())
        return std::nullopt;
    const simdjson::padded_string text(metadata.data(), size_t(metadata.size()));
    ondemand::parser parser;
    ondemand::document document;
    Value value;
    Interner none;
    Reading reading{none, {}};
    ListHead head;
    if (reading.failed(parser.iterate(text).get(document)) || reading.failed(document.get_value().get(value)))
        return std::nullopt;
    readListHead(reading, value, head);
    if (reading.broken != simdjson::SUCCESS)
        return std::nullopt;
    return head;
}

Result<DecodedPage> decodePage(QByteArray body, const RowSchema& schema, const QString& where)
{
    const QString what = Tr::tr("list");
    pad(body);
    Parser parser(size_t(body.size()));
    ondemand::document document;
    ondemand::object root;
    Reading reading{*schema.texts, schema.kind};
    DecodedPage page;
    bool hasItems = false;
    const bool isTable = schema.rowKind == RowKind::Cells;
    const auto keep = [&page](DecodedObject decoded) {
        if (decoded.row)
            page.objects.push_back(std::move(decoded));
        else
            ++page.skipped;
    };
    simdjson::error_code code =
        (*parser).iterate(body.constData(), size_t(body.size()), size_t(body.capacity())).get(document);
    if (code == simdjson::SUCCESS)
        code = document.get_object().get(root);
    if (code != simdjson::SUCCESS)
        return failure(broken(what, where, body, code));
    reading.members(root, [&](std::string_view key, Value& member) {
        if (key == "metadata") {
            readListHead(reading, member, page.head);
        } else if (isTable && key == "columnDefinitions") {
            if (const auto columns = json::readColumns(reading, member); !columns.isEmpty() && schema.header)
                schema.header->set(columns);
        } else if (isTable && key == "rows") {
            hasItems = true;
            reading.elements(member, [&](Value& item) {
                ondemand::object object;
                json::Metadata metadata;
                DecodedObject decoded;
                if (!reading.failed(item.get_object().get(object)))
                    decoded.row = known(json::readCells(reading, object, metadata));
                decoded.version = std::move(metadata.version);
                keep(std::move(decoded));
            });
        } else if (key == "items") {
            hasItems = true;
            if (isTable && schema.header) // a server that renders none
                schema.header->set(json::plainColumns());
            reading.elements(member, [&](Value& item) {
                ondemand::object object;
                DecodedObject decoded;
                if (!reading.failed(item.get_object().get(object)))
                    decoded = readObject(reading, schema, object);
                keep(std::move(decoded));
            });
        }
    });
    if (reading.broken == simdjson::SUCCESS && !isAtEnd(document))
        reading.broken = simdjson::TRAILING_CONTENT;
    if (reading.broken != simdjson::SUCCESS)
        return failure(broken(what, where, body, reading.broken));
    // Lists that nobody watches (metrics) have no version.
    if (!hasItems || (page.head.resourceVersion.isEmpty() && !isTable))
        return failure(ParseError{what, where, Tr::tr("the answer is no list"), -1});
    return page;
}

std::optional<StatusAnswer> decodeStatus(QByteArray body)
{
    pad(body);
    ondemand::parser parser;
    ondemand::document document;
    Value root;
    Interner none;
    Reading reading{none, {}};
    StatusAnswer status;
    if (reading.failed(
            parser.iterate(body.constData(), size_t(body.size()), size_t(body.capacity())).get(document)) ||
        reading.failed(document.get_value().get(root)))
        return std::nullopt;
    readStatusAnswer(reading, root, status);
    if (reading.broken != simdjson::SUCCESS || (status.code == 0 && status.message.isEmpty()))
        return std::nullopt;
    return status;
}

DecodedEvents decodeEvents(QByteArray lines, const RowSchema& schema, const QString& where)
{
    DecodedEvents events;
    pad(lines);
    const char* const end = lines.constData() + lines.size();
    for (const char* at = lines.constData(); at < end && !events.refused;) {
        const char* stop = static_cast<const char*>(memchr(at, '\n', size_t(end - at)));
        if (!stop)
            stop = end;
        const QByteArrayView line(at, stop - at);
        if (!line.trimmed().isEmpty()) {
            Parser parser(size_t(line.size()));
            LineReader reader(schema, events);
            const simdjson::error_code code = reader.read(*parser, at, size_t(line.size()),
                                                          size_t(lines.constData() + lines.capacity() - at));
            if (code != simdjson::SUCCESS) {
                events.refused.reset();
                events.broken = Error(broken(Tr::tr("watch event"), where, line, code));
                return events;
            }
            reader.keep();
            ++events.lines;
        }
        at = stop + 1;
    }
    return events;
}

} // namespace kaptan::kube
