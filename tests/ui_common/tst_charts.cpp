#include "app/history/curve_source.h"
#include "tests/support/patience.h"
#include "ui/common/chart_panel.h"

#include <QChart>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace kaptan;
using namespace kaptan::ui;
using namespace Qt::StringLiterals;
using kaptan::test::slow;

namespace
{

const QDateTime base(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);

chart::Spec spec()
{
    chart::Spec spec;
    spec.title = u"CPU"_s;
    spec.unit = chart::Unit::Cores;
    spec.fromMs = base.toMSecsSinceEpoch();
    spec.toMs = spec.fromMs + 3600'000;
    chart::Series series;
    series.name = u"<b>web</b>"_s;
    for (qint64 at = spec.fromMs; at <= spec.toMs; at += 15'000)
        if (at < spec.fromMs + 1200'000 || at >= spec.fromMs + 1800'000) // ten minutes are missing
            series.points.append({at, 0.5, 0.5, 0.5});
    spec.series = {series};
    return spec;
}

int linesOf(const CurveView& view)
{
    int lines = 0;
    for (QAbstractSeries* series : view.chart()->series())
        if (qobject_cast<QLineSeries*>(series))
            ++lines;
    return lines;
}

/// What a monitoring system would say.
class Further : public history::CurveSource
{
public:
    QString name() const override { return u"Prometheus at <there>"_s; }

    QFuture<Result<QVector<history::Curve>>> curves(const history::Subject& subject,
                                                    const history::CurveQuery& query) override
    {
        asked.append({subject.key, query.from});
        history::Curve curve;
        curve.metric = history::Metric::Cpu;
        curve.step = 60;
        curve.gap = 120;
        for (qint64 at = query.from; at < query.to; at += 60)
            curve.points.append({at, 1'000'000, 3'000'000, 2'000'000, 1});
        return QtFuture::makeReadyFuture(answer ? *answer : Result<QVector<history::Curve>>(QVector{curve}));
    }

    QVector<QPair<QString, qint64>> asked;
    std::optional<Result<QVector<history::Curve>>> answer;
};

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(base.addSecs(7200));
        m_history = std::make_unique<history::History>(history::History::Options{
            m_folder->filePath(u"history.db"_s), m_clock.get(), {}, std::chrono::milliseconds(5)});
        m_history->see({u"c1"_s, u"here"_s, workload::Platform::Docker, true});
        // Two hours; the first at half a core, the second at one, with a gap of ten minutes.
        for (qint64 s = 0; s < 7200; s += 15) {
            if (s >= 5000 && s < 5600)
                continue;
            m_history->measure(u"c1"_s, base.toSecsSinceEpoch() + s,
                               {{m_web.key, history::Metric::Cpu, s < 3600 ? 500'000 : 1'000'000},
                                {m_web.key, history::Metric::Replicas, 2}});
        }
        history::ScalingEvent scaled;
        scaled.subject = m_web;
        scaled.at = base.addSecs(4000);
        scaled.from = 2;
        scaled.to = 4;
        scaled.actor = u"<i>ayşe</i>"_s;
        m_history->add(scaled);
        history::Deployment deployed;
        deployed.subject = m_web;
        deployed.outcome = history::Outcome::Failed;
        deployed.reason = u"web:2"_s;
        deployed.startedAt = base.addSecs(4600);
        deployed.endedAt = base.addSecs(4630);
        auto stored = m_history->addDeployment(deployed);
        QTRY_VERIFY_WITH_TIMEOUT(stored.isFinished(), slow);
        auto flushed = m_history->flush();
        QTRY_VERIFY_WITH_TIMEOUT(flushed.isFinished(), slow);
        m_panel = std::make_unique<ChartPanel>(nullptr, *m_clock);
        m_panel->resize(700, 600);
    }

    void cleanup()
    {
        m_panel.reset();
        m_history.reset();
    }

    void aGapIsNotBridged()
    {
        CurveView view;
        view.resize(600, 200);
        view.show();
        view.set(spec());
        QCOMPARE(linesOf(view), 2);
        for (QAbstractSeries* series : view.chart()->series())
            for (const QPointF& point : static_cast<QLineSeries*>(series)->points())
                QCOMPARE(point.y(), 0.5); // never a zero
        // Old curves go with their series.
        for (int i = 0; i < 20; ++i)
            view.set(spec());
        QCOMPARE(linesOf(view), 2);
        QVERIFY(!view.picture().isNull());
    }

    void valuesOfAMoment()
    {
        CurveView view;
        view.resize(600, 200);
        view.show();
        view.set(spec());
        const QStringList values = view.valuesAt(view.spec().fromMs + 60'000);
        QCOMPARE(values.size(), 2);
        QCOMPARE(values.last(), u"<b>web</b>: 500m"_s);
        QVERIFY(view.valuesAt(view.spec().fromMs + 1500'000).isEmpty()); // in the gap
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.lookedAt(), view.spec().toMs);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.lookedAt(), view.spec().toMs - 15'000);
        QVERIFY(view.accessibleDescription().contains(u"500m"_s));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.lookedAt(), view.spec().fromMs);
    }

    void aSpanIsChosen()
    {
        CurveView view;
        view.resize(600, 200);
        view.show();
        view.set(spec());
        QSignalSpy chosen(&view, &CurveView::spanChosen);
        const QRectF plot = view.chart()->plotArea();
        const QPoint begin(int(plot.left() + plot.width() / 4), int(plot.center().y()));
        const QPoint end(int(plot.left() + plot.width() / 2), int(plot.center().y()));
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, begin);
        QTest::mouseMove(view.viewport(), end);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, end);
        QCOMPARE(chosen.size(), 1);
        const qint64 from = chosen.first().at(0).toLongLong(), to = chosen.first().at(1).toLongLong();
        QVERIFY(std::abs(from - (view.spec().fromMs + 900'000)) < 30'000);
        QVERIFY(std::abs(to - (view.spec().fromMs + 1800'000)) < 30'000);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, begin); // a click is none
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(&view, Qt::Key_Plus);
        QTest::keyClick(&view, Qt::Key_Minus);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chosen.size(), 4);
        QCOMPARE(chosen[1].at(1).toLongLong() - chosen[1].at(0).toLongLong(), 1800'000);
        QCOMPARE(chosen[2].at(1).toLongLong() - chosen[2].at(0).toLongLong(), 7200'000);
        QCOMPARE(chosen[3].at(0).toLongLong(), view.spec().fromMs - 1800'000);
    }

    void aWorkloadsCharts()
    {
        m_panel->show(m_history.get(), {}, m_web);
        m_panel->QWidget::show();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 2, slow);
        const chart::Spec cpu = m_panel->view(u"cpu"_s)->spec();
        QCOMPARE(cpu.toMs - cpu.fromMs, 3600'000);
        QCOMPARE(linesOf(*m_panel->view(u"cpu"_s)), 2);
        QCOMPARE(cpu.markers.size(), 2);
        const QStringList then = m_panel->view(u"cpu"_s)->valuesAt(base.addSecs(4000).toMSecsSinceEpoch());
        QVERIFY2(then.contains(u"Scaled: 2 → 4 · <i>ayşe</i>"_s), qPrintable(then.join(u'|')));
        const QStringList failed = m_panel->view(u"cpu"_s)->valuesAt(base.addSecs(4600).toMSecsSinceEpoch());
        QVERIFY2(failed.contains(u"Deployed: web:2"_s), qPrintable(failed.join(u'|')));
        QVERIFY(m_panel->sourceBox()->isHidden());
        // The same moment in all.
        m_panel->view(u"cpu"_s)->lookAt(base.addSecs(4000).toMSecsSinceEpoch());
        QCOMPARE(m_panel->view(u"replicas"_s)->lookedAt(), base.addSecs(4000).toMSecsSinceEpoch());
    }

    void theTimeBefore()
    {
        m_panel->show(m_history.get(), {}, m_web);
        m_panel->QWidget::show();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 2, slow);
        m_panel->compareBox()->setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->view(u"cpu"_s)->before().size(), 1, slow);
        const CurveView* cpu = m_panel->view(u"cpu"_s);
        const chart::Point first = cpu->before().first().points.first();
        QCOMPARE(first.mean, 0.5);
        QVERIFY(first.atMs >= cpu->spec().fromMs && first.atMs < cpu->spec().fromMs + 60'000);
        const QStringList values = cpu->valuesAt(cpu->spec().fromMs + 60'000);
        QCOMPARE(values.mid(1), (QStringList{u"CPU: 1"_s, u"CPU before: 500m"_s}));
    }

    void zoomedAndBack()
    {
        m_panel->show(m_history.get(), {}, m_web);
        m_panel->QWidget::show();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 2, slow);
        QVERIFY(m_panel->wholeButton()->isHidden());
        const qint64 middle = base.addSecs(1000).toMSecsSinceEpoch();
        Q_EMIT m_panel->view(u"cpu"_s)->spanChosen(middle, middle + 300'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->view(u"replicas"_s)->spec().fromMs, middle, slow);
        QCOMPARE(m_panel->view(u"cpu"_s)->spec().toMs, middle + 300'000);
        QVERIFY(!m_panel->wholeButton()->isHidden());
        // What comes is not shown.
        Q_EMIT m_panel->view(u"cpu"_s)->spanChosen(middle, base.addDays(3).toMSecsSinceEpoch());
        QCOMPARE(m_panel->to(), m_clock->now().toSecsSinceEpoch());
        m_panel->wholeButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->view(u"cpu"_s)->spec().toMs,
                                  base.addSecs(7200).toMSecsSinceEpoch(), slow);
        QVERIFY(m_panel->wholeButton()->isHidden());
    }

    void valuesForOthers()
    {
        m_panel->show(m_history.get(), {}, m_web);
        m_panel->QWidget::show();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 2, slow);
        const QList<QByteArray> lines = m_panel->csv().split('\n');
        QVERIFY(lines.value(0).startsWith("Time,Series,"));
        QVERIFY2(lines.value(1).contains(",CPU,1,1,1"), lines.value(1).constData());
        QCOMPARE(lines.size(), m_panel->view(u"cpu"_s)->spec().series.first().points.size() + 2);
        QVERIFY(!m_panel->picture().isNull());
    }

    void nothingThere()
    {
        history::Subject other = m_web;
        other.key = u"deployment:shop/other"_s;
        m_panel->show(m_history.get(), {}, other);
        m_panel->QWidget::show();
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->stateText().startsWith(u"Nothing was recorded in this time."_s),
                                 slow);
        QVERIFY(m_panel->views().isEmpty());
        m_panel->show(nullptr, {}, m_web);
        QVERIFY(m_panel->stateText().startsWith(u"There is no history"_s));
    }

    void aFurtherSource()
    {
        Further further;
        m_panel->show(
            m_history.get(), [&further] { return &further; }, m_web);
        m_panel->QWidget::show();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 2, slow);
        QVERIFY(!m_panel->sourceBox()->isHidden());
        QCOMPARE(m_panel->sourceBox()->itemText(1), u"Prometheus at <there>"_s);
        QVERIFY(further.asked.isEmpty());
        m_panel->sourceBox()->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->views().size(), 1, slow);
        QCOMPARE(further.asked.size(), 1);
        QCOMPARE(further.asked.first().first, m_web.key);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->view(u"cpu"_s)->spec().series.first().points.first().max, 3.0,
                                  slow);
        QCOMPARE(m_panel->view(u"cpu"_s)->spec().markers.size(), 2); // what happened is Kaptan's to tell
        further.answer = failure(TransportError{TransportError::Kind::Refused, u"http://there"_s, {}});
        m_panel->compareBox()->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(further.asked.size() >= 2, slow);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->findChild<QWidget*>(u"chartsError"_s)->isVisible(), slow);
    }

private:
    const history::Subject m_web{u"c1"_s, u"deployment:shop/web"_s, u"deployment"_s, u"shop"_s, u"web"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<ChartPanel> m_panel;
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
