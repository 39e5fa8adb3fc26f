#pragma once

#include <QLocale>
#include <QTranslator>

namespace kaptan::ui
{

/// The language of the program; changed while it runs. Every widget gets QEvent::LanguageChange.
class Language
{
public:
    Language();
    ~Language();

    /// "system", "en" or "tr_TR".
    void apply(const QString& setting);

private:
    QLocale m_system;
    QTranslator m_own, m_qt;
    QString m_applied;
};

} // namespace kaptan::ui
