#pragma once

#include "app/report/report.h"

#include <QTranslator>

#include <memory>

namespace kaptan::report::test
{

/// Monday the 23rd of November 2026, midnight in Istanbul.
extern const QDateTime monday;

/// A week of a shop, made up but plausible: with gaps, failures, long names and Turkish letters. The same
/// each time. The words of its tables are English.
ReportData shop(const QLocale& locale = QLocale(QLocale::English, QLocale::UnitedKingdom));

/// A table with so many rows of three columns.
Table numbers(int rows);

/// Nothing was ever recorded.
ReportData nothing();

/// While it lives the program speaks that language.
class Language
{
public:
    explicit Language(const QString& name);
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    bool isThere() const { return m_isThere; }

private:
    QTranslator m_translator;
    bool m_isThere = false;
};

/// The text of each page of a PDF, read from its bytes by the rules of PDF alone: streams, the fonts' maps to
/// Unicode, what is shown in which order. A line for each run of text.
QStringList pageTexts(const QByteArray& pdf);

} // namespace kaptan::report::test
