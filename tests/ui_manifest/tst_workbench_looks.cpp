#include "bench_site.h"
#include "ui/common/diff_view.h"
#include "ui/common/style.h"
#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_outcome_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/drafts_dialog.h"
#include "ui/manifest/keep_draft_dialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;

/// Every step of the workbench in each theme, language and size: nothing is cut off. With KAPTAN_SHOTS each
/// is also kept there as a picture, for eyes.
class TestWorkbenchLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_data.isValid());
        qputenv("KAPTAN_DATA_DIR", m_data.path().toLocal8Bit());
        QVERIFY(m_turkish.load(u":/i18n/kaptan_tr.qm"_s));
        m_shots = qEnvironmentVariable("KAPTAN_SHOTS");
        if (!m_shots.isEmpty())
            QDir().mkpath(m_shots);
    }

    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_turkish);
        Style::instance().apply(Theme::Light, Density::Normal);
    }

    void isWhole_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<bool>("turkish");
        QTest::addColumn<QSize>("window");
        QTest::newRow("light") << int(Theme::Light) << false << QSize(1366, 768);
        QTest::newRow("dark") << int(Theme::Dark) << false << QSize(1366, 768);
        QTest::newRow("turkish") << int(Theme::Light) << true << QSize(1366, 768);
        QTest::newRow("small") << int(Theme::Light) << true << QSize(900, 600);
        QTest::newRow("contrast") << int(Theme::HighContrast) << false << QSize(1100, 700);
    }

    void isWhole()
    {
        QFETCH(int, theme);
        QFETCH(bool, turkish);
        QFETCH(QSize, window);
        Style::instance().apply(Theme(theme), Density::Normal);
        if (turkish)
            QCoreApplication::installTranslator(&m_turkish);
        test::BenchSite site;
        QTRY_VERIFY(site.isLive());
        QJsonObject data{{u"color"_s, u"red"_s}, {u"greeting"_s, u"Merhaba\nDünya\n"_s}};
        for (int i = 0; i < 30; ++i)
            data.insert(u"key-%1"_s.arg(i, 2, 10, QChar(u'0')), QString::number(i));
        site.server.put(u"colors"_s, data);
        QWidget owner;
        owner.resize(window);
        owner.show();

        QPointer<Workbench> bench =
            Workbench::editObject(&owner, site.host, site.session, site.configMaps(), u"shop"_s, u"colors"_s);
        QTRY_VERIFY(bench->editPage()->manifest());
        YamlEditor* editor = bench->editPage()->editor();
        QVERIFY(editor->find(u"key-20"_s, QTextDocument::FindBackward) || editor->find(u"key-20"_s));
        editor->insertPlainText(u"other-20"_s);
        editor->moveCursor(QTextCursor::End);
        const QString good = editor->text();
        editor->insertPlainText(u"\tbroken: yes\n"_s);
        QTRY_VERIFY(!editor->problems().isEmpty());
        look(bench, "edit");
        editor->changeText(good);
        QTRY_VERIFY(bench->editPage()->manifest() && next(bench)->isEnabled());
        site.server.conflictManager = u"kubectl-client-side-apply"_s;
        site.server.warning = "autoscaling/v2beta2 is deprecated in v1.23+, unavailable in v1.26+";
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QTRY_VERIFY(bench->reviewPage()->diff()->compared());
        look(bench, "review-conflict");
        site.server.conflictManager.clear();
        bench->reject();
        QTRY_VERIFY(bench->findChild<KeepDraftDialog*>());
        look(bench->findChild<KeepDraftDialog*>(), "keep");
        bench->findChild<QPushButton*>(u"keepDraft"_s)->click();
        QTRY_VERIFY(!bench);

        DraftsDialog* drafts = DraftsDialog::open(&owner, site.host, site.session);
        QTRY_VERIFY(drafts->findChild<QPushButton*>(u"draftOpen"_s)->isEnabled());
        look(drafts, "drafts");
        drafts->reject();

        QString many;
        for (int i = 0; i < 12; ++i)
            many +=
                u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: map-%1\ndata:\n  a: b\n"_s.arg(i);
        many += u"---\napiVersion: example.org/v1\nkind: Coupon\nmetadata:\n  name: ten\n"_s;
        bench = Workbench::applyText(&owner, site.host, site.session, many, u"12 maps.yaml"_s);
        QTRY_VERIFY(bench->editPage()->manifest() && next(bench)->isEnabled());
        look(bench, "apply-edit");
        next(bench)->click();
        QTRY_VERIFY(bench->reviewRun() && bench->reviewRun()->isFinished());
        QTRY_VERIFY(next(bench)->isEnabled());
        look(bench, "apply-review");
        next(bench)->click();
        QTRY_VERIFY(bench->step() == Workbench::Step::Outcome && next(bench)->isEnabled());
        look(bench, "apply-outcome");
        delete bench;
        const auto kept = await(Workbench::drafts().all());
        for (const kube::Draft& draft : *kept)
            (void)Workbench::drafts().remove(draft.id);
    }

private:
    static QPushButton* next(Workbench* bench) { return bench->findChild<QPushButton*>(u"benchNext"_s); }

    template <class T>
    static Result<T> await(const QFuture<Result<T>>& future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }) ? future.result() : failure(Cancelled{});
    }

    void look(QWidget* page, const char* name)
    {
        // What comes in batches, at most one a frame.
        QVERIFY(!QTest::qWaitFor([] { return false; }, 150));
        QCoreApplication::sendPostedEvents();
        const QWidget* owner = page->parentWidget()->window();
        QVERIFY2(page->width() <= owner->width() && page->height() <= owner->height(), name);
        for (const QAbstractButton* button : page->findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() + 1 >= button->minimumSizeHint().width(),
                         qPrintable(QString::fromLatin1(name) + u": "_s + button->text()));
        if (!m_shots.isEmpty())
            QVERIFY(page->grab().save(m_shots + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u'-' +
                                      QString::fromLatin1(name) + u".png"_s));
    }

    QTemporaryDir m_data;
    QTranslator m_turkish;
    QString m_shots;
};

QTEST_MAIN(TestWorkbenchLooks)
#include "tst_workbench_looks.moc"
