#include "pictures.h"

#include <QScreen>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

QString out;

} // namespace

void setPictureFolder(const QString& folder)
{
    out = folder;
}

void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}

void shoot(const QString& name)
{
    settle();
    const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow(0);
    if (!picture.save(out + u'/' + name + u".png"_s))
        qFatal("cannot write %s/%s.png", qPrintable(out), qPrintable(name));
    std::printf("%s\n", qPrintable(name));
    std::fflush(stdout);
}

void set(WindowDriver& driver, kaptan::settings::Key<QString> key, const QString& value)
{
    const auto done = driver.app().settings().set(key, value);
    if (!done)
        qFatal("%s", qPrintable(done.error().message()));
}

void closeDialogs()
{
    for (auto* top : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible())
            dialog->close();
    }
    settle(100);
}
