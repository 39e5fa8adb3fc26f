#include "app/core/plain_line.h"
#include "app/report/file.h"
#include "app/report/page_text.h"
#include "app/report/pages.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace kaptan::report
{

namespace
{

QString documentTitle(const ReportData& data)
{
    QString title = plainLine(data.title, 200);
    if (!data.connection.isEmpty())
        title += u" – "_s + plainLine(data.connection, 200);
    return title;
}

/// QPdfWriter has a call for the title, but none for the author.
/// https://developer.adobe.com/xmp/docs/
QByteArray metadata(const ReportData& data)
{
    const QString rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
    const QString dc = u"http://purl.org/dc/elements/1.1/"_s;
    const QString xmp = u"http://ns.adobe.com/xap/1.0/"_s;
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeProcessingInstruction(u"xpacket"_s, u"begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""_s);
    xml.writeNamespace(u"adobe:ns:meta/"_s, u"x"_s);
    xml.writeNamespace(rdf, u"rdf"_s);
    xml.writeNamespace(dc, u"dc"_s);
    xml.writeNamespace(xmp, u"xmp"_s);
    xml.writeStartElement(u"adobe:ns:meta/"_s, u"xmpmeta"_s);
    xml.writeStartElement(rdf, u"RDF"_s);
    xml.writeStartElement(rdf, u"Description"_s);
    xml.writeAttribute(rdf, u"about"_s, QString());
    xml.writeStartElement(dc, u"title"_s);
    xml.writeStartElement(rdf, u"Alt"_s);
    xml.writeStartElement(rdf, u"li"_s);
    xml.writeAttribute(u"xml:lang"_s, u"x-default"_s);
    xml.writeCharacters(documentTitle(data));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(dc, u"creator"_s);
    xml.writeStartElement(rdf, u"Seq"_s);
    xml.writeTextElement(rdf, u"li"_s, u"Kaptan"_s);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeTextElement(xmp, u"CreatorTool"_s, u"Kaptan " KAPTAN_VERSION ""_s);
    if (data.madeAt.isValid())
        xml.writeTextElement(xmp, u"CreateDate"_s, data.madeAt.toUTC().toString(Qt::ISODate));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction(u"xpacket"_s, u"end=\"w\""_s);
    return bytes;
}

} // namespace

QByteArray pdf(const ReportData& data)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const Pages pages(data);
    QPdfWriter writer(&buffer);
    writer.setResolution(pageDpi);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(documentTitle(data));
    writer.setCreator(u"Kaptan"_s);
    writer.setDocumentXmpMetadata(metadata(data));
    QPainter painter(&writer);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0)
            writer.newPage();
        pages.paint(painter, page);
    }
    painter.end();
    return bytes;
}

Result<void> writePdf(const ReportData& data, const QString& path)
{
    return writeWhole(path, pdf(data));
}

} // namespace kaptan::report
