#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <map>

/// Figures are ratios against a named peer or limit, measured in one run, interleaved; medians are reported.
namespace bench
{

struct Row {
    QString figure;
    QString ours; ///< with its unit
    QString peer; ///< with its name and unit
    double ratio; ///< ours over peer
    double goal;  ///< the ratio must not exceed it
};

using Figure = std::function<QList<Row>()>;

/// The socket of the genuine Docker engine that the run script started.
QString dockerSocket();

double median(QList<double> values);
/// Milliseconds of wall time that `fn` takes.
double wallMs(const std::function<void()>& fn);
/// Milliseconds of wall time that curl takes from its start to its end; ends the program where it fails.
double curlMs(const QString& socket, const QString& path, const QString& output);
/// Milliseconds of CPU that this process has used so far.
double cpuMs();
/// Bytes of memory that this process holds now.
qint64 residentBytes();
/// Runs the event loop until the condition holds; ends the program after `seconds`.
void until(const std::function<bool()>& condition, int seconds, const char* what);
/// Runs the event loop for so long.
void spin(int milliseconds);
/// A call to the engine that must succeed.
QByteArray call(const QByteArray& method, const QString& path, const QByteArray& body = {});
/// Runs `call`s of the same form for i in [0, count), several at once.
void callMany(int count, const std::function<std::tuple<QByteArray, QString, QByteArray>(int)>& make);

QList<Row> followLog();
QList<Row> firstTable();
QList<Row> idleAndEvents();
QList<Row> historyFigure();

QList<Row> kubeTable();
QList<Row> kubeMemory();
QList<Row> kubeResident(); ///< for kubeMemory() alone
QList<Row> kubeEvents();
QList<Row> kubeReplay();
QList<Row> kubeSoak();
QList<Row> kubeApply();

/// Measures the named figures, prints a row for each; 1 where a goal is missed.
int measure(QStringList names, const QStringList& all, const std::map<QString, Figure>& figures);

} // namespace bench
