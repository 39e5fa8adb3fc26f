#include "ui/shell/developer_panel.h"

#include "ui/common/style.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <unistd.h>

namespace kaptan::ui
{

namespace
{

/// Bytes of memory this program holds; proc(5), statm.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

DeveloperPanel::DeveloperPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("developerPanel"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::xs, space::l, space::xs);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setLook(m_text, Look::Mono);
    m_reset = new QPushButton(this);
    setLook(m_reset, Look::Quiet);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_reset, 0, Qt::AlignTop);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &DeveloperPanel::refresh);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (m_meter)
            m_meter->reset();
        refresh();
    });
    hide();
}

void DeveloperPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_meter)
        m_meter = new StallMeter(this);
    m_tick.start();
    refresh();
}

void DeveloperPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_tick.stop();
    delete m_meter;
    m_meter = nullptr;
}

void DeveloperPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void DeveloperPanel::refresh()
{
    m_reset->setText(tr("Reset"));
    if (!m_meter)
        return;
    const StallMeter::Report& report = m_meter->report();
    const QLocale locale;
    const auto ms = [&](qint64 ns) { return locale.toString(double(ns) / 1e6, 'f', 1); };
    QStringList buckets;
    for (size_t i = 0; i < report.histogram.size(); ++i)
        buckets.append((i + 1 < report.histogram.size() ? u'<' + QString::number(1 << i)
                                                        : u'≥' + QString::number(1 << (i - 1))) +
                       u':' + locale.toString(report.histogram[i]));
    //: the event loop's turns; %1 how many, %2 CPU of the worst, %3 wall time of the worst, %4 how many took
    //: more than 16 ms, %5 how many by milliseconds, %6 memory
    m_text->setText(tr("%1 turns · worst %2 ms CPU, %3 ms wall · over 16 ms: %4 · by ms %5 · resident %6 Mi")
                        .arg(locale.toString(report.turns), ms(report.worstCpuNs), ms(report.worstWallNs),
                             locale.toString(report.overFrame), buckets.join(u' '),
                             locale.toString(residentBytes() / 1048576)));
}

void DeveloperPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Style::instance().color(ColorRole::Raised));
}

} // namespace kaptan::ui
