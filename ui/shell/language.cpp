#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace kaptan::ui
{

Language::Language() : m_system(QLocale::system()) {}

Language::~Language()
{
    if (!QCoreApplication::instance())
        return;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply(const QString& setting)
{
    QLocale locale = setting == QLatin1String("system") || setting.isEmpty() ? m_system : QLocale(setting);
    if (setting == QLatin1String("en") && m_system.language() == QLocale::English)
        locale = m_system; // English as it is spoken here
    // In the C locale numbers have no groups and words no order.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    const bool turkish = locale.language() == QLocale::Turkish;
    const QString name = turkish ? QStringLiteral("tr") : QStringLiteral("en");
    if (m_applied == locale.name())
        return;
    m_applied = locale.name();

    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(locale);
    // Qt's own words first: each installation tells every widget, and the last one counts.
    if (turkish && m_qt.load(QStringLiteral("qtbase_tr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has count forms only ("1 container", "2 containers").
    if (m_own.load(QStringLiteral(":/i18n/kaptan_%1.qm").arg(name)))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace kaptan::ui
