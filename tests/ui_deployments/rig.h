#pragma once

#include "tests/support/fake_session.h"
#include "ui/common/pane.h"

#include <QTranslator>

/// What the tests of this pane share.
namespace kaptan::test
{

/// Remembers what the pane asks of the shell.
class FakeHost : public ui::PaneHost
{
public:
    struct Opened {
        QString paneId;
        QVariantMap target;
    };

    struct Task {
        QString title, doneText, paneId;
        QVariantMap target;
        QFuture<Result<void>> future;
    };

    void openPane(const QString& paneId, const QVariantMap& target) override
    {
        opened.append({paneId, target});
    }

    void notify(Severity, const QString& title, const QString& text, const QString&,
                const QVariantMap&) override
    {
        notes.append(title + u'|' + text);
    }

    void runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                 const QString& paneId, const QVariantMap& target) override
    {
        tasks.append({title, doneText, paneId, target, future});
    }

    QVector<Opened> opened;
    QVector<Task> tasks;
    QStringList notes;
};

/// The language of the window while it lives: "tr", or "en" with its count forms.
class Language
{
public:
    explicit Language(const QString& name)
    {
        if (name == u"tr")
            QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
        m_loaded = m_translator.load(QStringLiteral(":/i18n/kaptan_%1.qm").arg(name));
        QCoreApplication::installTranslator(&m_translator);
    }

    ~Language()
    {
        QCoreApplication::removeTranslator(&m_translator);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    bool loaded() const { return m_loaded; }

private:
    QTranslator m_translator;
    bool m_loaded = false;
};

/// A shop as in a working day: running, failing, degraded, starting, stopped; with an hour of samples when
/// fed to sampleHour().
QVector<workload::Workload> shop();
/// An hour of samples of all running instances.
void sampleHour(FakeSession& session);

} // namespace kaptan::test
