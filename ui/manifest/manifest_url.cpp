// A manifest from the web.
#include "app/core/when_done.h"
#include "app/session/web_text.h"
#include "ui/manifest/manifest_source.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManifestSource)
};

constexpr qint64 mostBytes = 16 * 1024 * 1024;

Result<SourceText> sourceOf(const QUrl& url, const Result<QString>& fetched)
{
    if (!fetched)
        return failure(fetched.error());
    const auto unreadable = [&url](const QString& why) {
        return failure(
            ParseError{u"manifest"_s, url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), why});
    };
    SourceText source;
    source.text = *fetched;
    source.text.replace(u"\r\n"_s, u"\n"_s);
    if (source.text.contains(QChar::ReplacementCharacter) || source.text.contains(QChar::Null))
        return unreadable(Tr::tr("it is no text in UTF-8"));
    const QString start = source.text.left(200).trimmed();
    if (start.startsWith(u"<!doctype"_s, Qt::CaseInsensitive) ||
        start.startsWith(u"<html"_s, Qt::CaseInsensitive))
        return unreadable(Tr::tr("it is a web page; take the address of the file itself"));
    source.title = url.fileName().isEmpty() ? url.host() : url.fileName();
    return source;
}

} // namespace

QFuture<Result<SourceText>> fetchManifest(const QUrl& url)
{
    return session::fetchText(url, mostBytes).then([url](const Result<QString>& fetched) {
        return sourceOf(url, fetched);
    });
}

} // namespace kaptan::ui
