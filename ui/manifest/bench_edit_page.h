#pragma once

#include "app/kube/manifest/manifest.h"
#include "ui/common/yaml_editor.h"
#include "ui/manifest/form.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QScrollArea;
class QSplitter;

namespace kaptan::ui
{

class ErrorBox;

/// The step where the text is written: a form at the left where its kind has one, YAML at the right, what is
/// wrong below. The text is read by a worker a moment after the last key.
class BenchEditPage : public QWidget
{
    Q_OBJECT
public:
    explicit BenchEditPage(QWidget* parent = nullptr);

    void setContext(const FormContext& context) { m_context = context; }

    /// `isNew`: the form may change the name.
    void setText(const QString& text, bool isNew);
    /// Another text that keeps history and cursor.
    void changeText(const QString& text);
    QString text() const;

    /// What the text says; null while it is read. Never of an older text.
    std::shared_ptr<const kube::Manifest> manifest() const { return m_manifest; }

    /// Beside what the text itself has wrong: kinds that the cluster lacks and the like.
    void setHints(const QVector<kube::ManifestProblem>& hints);

    YamlEditor* editor() const { return m_editor; }

    Form* form() const { return m_form; }

    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void edited(); ///< the text changed
    void parsed(); ///< manifest() is there

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void parse();
    void showProblems();
    void followForm();
    void formEdited(const QVector<QPair<kube::YamlPath, QJsonValue>>& changes);
    const kube::ManifestObject* objectAtCursor() const;
    void retranslate();
    void placeForm();

    FormContext m_context;
    YamlEditor* m_editor;
    QSplitter* m_splitter;
    QScrollArea* m_formPlace;
    Form* m_form = nullptr;
    QString m_formKind;
    int m_formDocument = -1;
    QString m_formText; ///< that the form stands for
    ErrorBox* m_formError;
    QLabel* m_problemsTitle;
    QListWidget* m_problems;
    QVector<kube::ManifestProblem> m_hints;
    std::shared_ptr<const kube::Manifest> m_manifest;
    QTimer m_parseSoon, m_formSoon;
    int m_turn = 0;
    bool m_isNew = false;
    bool m_setting = false;
};

} // namespace kaptan::ui
