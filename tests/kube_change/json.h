#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// JSON written with ' for ". Ends the program where it is none.
inline QJsonObject json(const char* text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error);
    if (!document.isObject())
        qFatal("%s at %d of %s", qPrintable(error.errorString()), error.offset, text);
    return document.object();
}

inline QByteArray words(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
