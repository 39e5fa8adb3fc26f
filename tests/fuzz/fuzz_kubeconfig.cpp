#include "app/kube/config/kubeconfig.h"

#include <cstdint>
#include <cstdlib>

using namespace kaptan::kube;

/// A kubeconfig of a stranger: read, merged with another, looked up. What is wrong is said in words.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto config = parseKubeconfig(text, QStringLiteral("/h/.kube/config"));
    if (!config) {
        if (config.error().message().isEmpty())
            std::abort();
        return 0;
    }
    // Whoever comes first wins, and a second reading adds nothing.
    const Kubeconfig merged = mergeKubeconfigs({*config, *config});
    if (merged.clusters != config->clusters || merged.users != config->users ||
        merged.contexts != config->contexts || merged.currentContext != config->currentContext)
        std::abort();
    for (const NamedContext& context : config->contexts) {
        if (context.name.isEmpty() || config->context(context.name) != &context)
            std::abort();
    }
    return 0;
}
