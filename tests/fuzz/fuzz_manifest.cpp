#include "app/kube/manifest/manifest.h"
#include "app/kube/manifest/yaml_edit.h"

#include <QJsonArray>

#include <cstdint>
#include <cstdlib>

using namespace kaptan::kube;

namespace
{

void expect(bool ok)
{
    if (!ok)
        std::abort();
}

/// Every value that can be reached, until there were enough of them.
void walk(const QJsonValue& value, const YamlPath& path, QVector<YamlPath>& found)
{
    if (found.size() >= 40)
        return;
    if (!path.steps.isEmpty())
        found.append(path);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            walk(it.value(), path / it.key(), found);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (int i = 0; i < array.size(); ++i)
            walk(array.at(i), path / i, found);
    }
}

void edit(const QString& text)
{
    const auto opened = YamlEdit::open(text);
    if (!opened)
        return expect(!opened.error().message().isEmpty());
    QVector<YamlPath> paths;
    walk(opened->object(), {}, paths);
    const QStringList values{QStringLiteral("yes"), QStringLiteral("one\ntwo\n")};
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const YamlPath& path = paths[i];
        expect(opened->lineOf(path) > 0);
        YamlEdit changed = *opened;
        const QJsonValue value = values[i % values.size()];
        if (const auto done = changed.set(path, value); !done)
            expect(changed.text() == text && !done.error().message().isEmpty());
        else
            expect(valueAt(changed.object(), path) == value &&
                   YamlEdit::open(changed.text())->object() == changed.object());
        changed = *opened;
        if (!changed.remove(path))
            expect(changed.text() == text);
        changed = *opened;
        if (changed.set(path / QStringLiteral("new"), 5))
            expect(valueAt(changed.object(), path / QStringLiteral("new")) == 5);
    }
}

} // namespace

/// A manifest of a stranger: read, written again, changed. Nothing is lost, and nothing hangs.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const Manifest manifest = parseManifest(text);
    for (const ManifestProblem& problem : manifest.problems)
        expect(problem.line > 0 && problem.column > 0 && !problem.why.isEmpty() && !problem.fix.isEmpty());
    for (const ManifestObject& object : manifest.objects) {
        expect(object.start >= 0 && object.length >= 0 && object.start + object.length <= text.size());
        expect(!object.kind.isEmpty() && !object.apiVersion.isEmpty());
        const Manifest again = parseManifest(manifestText(object.object));
        expect(again.problems.isEmpty() && again.objects.size() == 1 &&
               again.objects[0].object == object.object);
    }
    expect(applyOrder(manifest.objects).size() == manifest.objects.size());
    edit(text);
    return 0;
}
