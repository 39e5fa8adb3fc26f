#include "app/session/command_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

bool isVisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks, zero-width characters
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return c == U' ';
    default:
        return true;
    }
}

} // namespace

QString shownWord(const QString& word)
{
    QString shown;
    bool quote = word.isEmpty();
    for (const char32_t c : word.toUcs4()) {
        quote = quote || c == U' ' || c == U'\'' || c == U'"' || !isVisible(c);
        if (!isVisible(c))
            shown += u"\\u{%1}"_s.arg(quint32(c), 0, 16);
        else if (c == U'\'')
            shown += u"'\\''"_s;
        else
            shown += QString::fromUcs4(&c, 1);
    }
    return quote ? u'\'' + shown + u'\'' : shown;
}

bool decidesWhatRuns(const QString& variable)
{
    // Of loaders, shells and the languages that plugins are written in; of some a prefix is enough.
    static const QStringList names{u"ENV"_s,
                                   u"IFS"_s,
                                   u"PS4"_s,
                                   u"HOME"_s,
                                   u"SHELL"_s,
                                   u"SHELLOPTS"_s,
                                   u"BASHOPTS"_s,
                                   u"BASH_ENV"_s,
                                   u"ZDOTDIR"_s,
                                   u"PROMPT_COMMAND"_s,
                                   u"NODE_OPTIONS"_s,
                                   u"PERLLIB"_s,
                                   u"CLASSPATH"_s,
                                   u"_JAVA_OPTIONS"_s,
                                   u"JAVA_TOOL_OPTIONS"_s,
                                   u"JDK_JAVA_OPTIONS"_s,
                                   u"LUA_INIT"_s,
                                   u"OPENSSL_CONF"_s,
                                   u"OPENSSL_MODULES"_s,
                                   u"OPENSSL_ENGINES"_s,
                                   u"GIT_SSH"_s,
                                   u"GIT_SSH_COMMAND"_s,
                                   u"GIT_ASKPASS"_s,
                                   u"SSH_ASKPASS"_s,
                                   u"GIT_PROXY_COMMAND"_s,
                                   u"EDITOR"_s,
                                   u"VISUAL"_s,
                                   u"PAGER"_s,
                                   u"BROWSER"_s,
                                   u"KUBECONFIG"_s,
                                   u"TMPDIR"_s};
    static const QStringList begins{u"LD_"_s,  u"DYLD_"_s, u"PYTHON"_s,    u"PERL5"_s,
                                    u"RUBY"_s, u"XDG_"_s,  u"BASH_FUNC_"_s};
    static const QStringList ends{u"PATH"_s, u"_FILE"_s, u"_DIR"_s, u"_HOME"_s};
    return names.contains(variable) ||
           std::any_of(begins.cbegin(), begins.cend(),
                       [&](const QString& part) { return variable.startsWith(part); }) ||
           std::any_of(ends.cbegin(), ends.cend(),
                       [&](const QString& part) { return variable.endsWith(part); });
}

QStringList shownVariables(const QVector<QPair<QString, QString>>& variables)
{
    QStringList lines;
    for (const auto& [name, value] : variables)
        lines << (decidesWhatRuns(name) ? shownWord(name) + u'=' + shownWord(value) : shownWord(name));
    return lines;
}

} // namespace kaptan::session
