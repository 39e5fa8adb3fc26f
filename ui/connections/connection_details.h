#pragma once

#include "ui/connections/connections_model.h"

#include <QWidget>

class QLabel;

namespace kaptan::ui
{

class Card;
class ErrorBox;
class FactList;

/// The drawer's pages of one connection: every value with its source, what the last test said, and why it is
/// not live.
class ConnectionDetails : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionDetails(QWidget* parent);

    QWidget* summaryPage() const { return m_summary; }

    QWidget* testPage() const { return m_test; }

    void show(const ConnectionRow& row, const TestOutcome& test);

Q_SIGNALS:
    void retryRequested();
    void testRequested();

private:
    void showSummary(const ConnectionRow& row, const TestOutcome& test);
    void showTest(const TestOutcome& test);

    QWidget* m_summary;
    ErrorBox* m_error;
    FactList* m_facts;
    Card* m_access;
    FactList* m_accessFacts;
    QWidget* m_test;
    QLabel* m_testState;
    ErrorBox* m_testError;
    FactList* m_testFacts;
    Card* m_limits;
    QLabel* m_limitsText;
};

} // namespace kaptan::ui
