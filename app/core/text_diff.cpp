#include "app/core/text_diff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace kaptan
{

namespace
{

/// Lines longer than this are compared whole: nobody reads their words.
constexpr qsizetype longestLine = 5000;

/// Compares two rows of numbers; marks what is not common.
class Compare
{
public:
    Compare(std::vector<int> before, std::vector<int> after, qint64 steps)
        : m_a(std::move(before)), m_b(std::move(after)), m_steps(steps), m_aChanged(m_a.size(), 0),
          m_bChanged(m_b.size(), 0)
    {
    }

    void run()
    {
        const int lengths = int(m_a.size() + m_b.size());
        m_forward.assign(size_t(lengths) + 3, 0);
        m_backward.assign(size_t(lengths) + 3, 0);
        // A stack of our own: the parts may nest deeper than the thread's allows.
        std::vector<Part> parts{{0, int(m_a.size()), 0, int(m_b.size())}};
        while (!parts.empty()) {
            Part part = parts.back();
            parts.pop_back();
            trim(part);
            if (part.a0 == part.a1 || part.b0 == part.b1) {
                mark(part);
                continue;
            }
            int x = 0, y = 0;
            if (m_steps <= 0 || !middle(part, x, y)) {
                mark(part);
                continue;
            }
            parts.push_back({part.a0, x, part.b0, y});
            parts.push_back({x, part.a1, y, part.b1});
        }
    }

    const std::vector<char>& beforeChanged() const { return m_aChanged; }

    const std::vector<char>& afterChanged() const { return m_bChanged; }

private:
    struct Part {
        int a0, a1, b0, b1;
    };

    void trim(Part& part) const
    {
        while (part.a0 < part.a1 && part.b0 < part.b1 && m_a[size_t(part.a0)] == m_b[size_t(part.b0)]) {
            ++part.a0;
            ++part.b0;
        }
        while (part.a0 < part.a1 && part.b0 < part.b1 &&
               m_a[size_t(part.a1 - 1)] == m_b[size_t(part.b1 - 1)]) {
            --part.a1;
            --part.b1;
        }
    }

    void mark(const Part& part)
    {
        std::fill(m_aChanged.begin() + part.a0, m_aChanged.begin() + part.a1, 1);
        std::fill(m_bChanged.begin() + part.b0, m_bChanged.begin() + part.b1, 1);
    }

    /// A point that a shortest way passes, from both ends at once. False where the steps are used up, or
    /// where it would be a corner, which divides nothing.
    bool middle(const Part& part, int& outX, int& outY)
    {
        const int n = part.a1 - part.a0, m = part.b1 - part.b0;
        const int delta = n - m;
        const bool odd = delta % 2 != 0;
        const int zero = m + 1; // of diagonals -m-1 ... n+1
        const auto forward = [this, zero](int k) -> int& { return m_forward[size_t(zero + k)]; };
        const auto backward = [this, zero](int k) -> int& { return m_backward[size_t(zero + k)]; };
        forward(1) = 0;
        backward(delta - 1) = n;
        const int most = (n + m + 1) / 2;
        for (int d = 0; d <= most; ++d) {
            for (int k = -d; k <= d; k += 2) {
                if (k < -m || k > n)
                    continue;
                int x = k == -d || k == -m || (k != d && k != n && forward(k - 1) < forward(k + 1))
                            ? forward(k + 1)
                            : forward(k - 1) + 1;
                x = std::min(x, n);
                int y = x - k;
                while (x < n && y < m && m_a[size_t(part.a0 + x)] == m_b[size_t(part.b0 + y)]) {
                    ++x;
                    ++y;
                    --m_steps;
                }
                forward(k) = x;
                --m_steps;
                if (odd && k >= delta - (d - 1) && k <= delta + (d - 1) && x >= backward(k))
                    return found(part, x, y, outX, outY);
            }
            for (int k = delta - d; k <= delta + d; k += 2) {
                if (k < -m || k > n)
                    continue;
                int x = k == delta + d || k == n ||
                                (k != delta - d && k != -m && backward(k - 1) < backward(k + 1))
                            ? backward(k - 1)
                            : backward(k + 1) - 1;
                x = std::max(x, 0);
                int y = x - k;
                while (x > 0 && y > 0 && m_a[size_t(part.a0 + x - 1)] == m_b[size_t(part.b0 + y - 1)]) {
                    --x;
                    --y;
                    --m_steps;
                }
                backward(k) = x;
                --m_steps;
                if (!odd && k >= -d && k <= d && forward(k) >= x)
                    return found(part, x, y, outX, outY);
            }
            if (m_steps <= 0)
                return false;
        }
        return false;
    }

    static bool found(const Part& part, int x, int y, int& outX, int& outY)
    {
        outX = part.a0 + x;
        outY = part.b0 + y;
        const bool corner =
            (outX == part.a0 && outY == part.b0) || (outX == part.a1 && outY == part.b1) || y < 0;
        return !corner && outY <= part.b1;
    }

    std::vector<int> m_a, m_b;
    qint64 m_steps;
    std::vector<char> m_aChanged, m_bChanged;
    std::vector<int> m_forward, m_backward;
};

/// Numbers for texts; equal ones have the same.
class Numbers
{
public:
    std::vector<int> of(const QStringList& texts)
    {
        std::vector<int> numbers;
        numbers.reserve(size_t(texts.size()));
        for (const QString& text : texts) {
            auto it = m_known.find(text);
            if (it == m_known.end())
                it = m_known.insert(text, int(m_known.size()));
            numbers.push_back(*it);
        }
        return numbers;
    }

    qsizetype size() const { return m_known.size(); }

private:
    QHash<QString, int> m_known;
};

QVector<DiffHunk> hunksOf(const std::vector<char>& before, const std::vector<char>& after)
{
    QVector<DiffHunk> hunks;
    size_t i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        const size_t i0 = i, j0 = j;
        while (i < before.size() && before[i])
            ++i;
        while (j < after.size() && after[j])
            ++j;
        if (i > i0 || j > j0) {
            hunks.append({qsizetype(i0), qsizetype(i - i0), qsizetype(j0), qsizetype(j - j0)});
            continue;
        }
        ++i;
        ++j;
    }
    return hunks;
}

enum class Letter { Word, Space, Other };

Letter letterOf(QChar c)
{
    if (c.isLetterOrNumber() || c == u'_' || c.isSurrogate())
        return Letter::Word;
    return c.isSpace() ? Letter::Space : Letter::Other;
}

/// Words, runs of blanks, and single signs.
QStringList words(const QString& line)
{
    QStringList parts;
    for (qsizetype i = 0; i < line.size();) {
        const Letter kind = letterOf(line[i]);
        qsizetype end = i + 1;
        while (kind != Letter::Other && end < line.size() && letterOf(line[end]) == kind)
            ++end;
        parts.append(line.mid(i, end - i));
        i = end;
    }
    return parts;
}

QVector<TextSpan> spansOf(const QStringList& parts, const std::vector<char>& changed)
{
    QVector<TextSpan> spans;
    qsizetype at = 0;
    for (size_t i = 0; i < changed.size(); ++i) {
        const qsizetype length = parts[qsizetype(i)].size();
        if (changed[i]) {
            if (!spans.isEmpty() && spans.last().start + spans.last().length == at)
                spans.last().length += length;
            else
                spans.append({at, length});
        }
        at += length;
    }
    return spans;
}

qsizetype lengthOf(const QVector<TextSpan>& spans)
{
    qsizetype sum = 0;
    for (const TextSpan& span : spans)
        sum += span.length;
    return sum;
}

} // namespace

QVector<DiffHunk> diffLines(const QStringList& before, const QStringList& after, qint64 steps)
{
    Numbers numbers;
    std::vector<int> a = numbers.of(before);
    std::vector<int> b = numbers.of(after);
    // Lines that only one side has differ for sure; without them the rest is short where texts differ much.
    std::vector<char> inA(size_t(numbers.size()), 0), inB(size_t(numbers.size()), 0);
    for (const int each : a)
        inA[size_t(each)] = 1;
    for (const int each : b)
        inB[size_t(each)] = 1;
    std::vector<char> aChanged(a.size(), 1), bChanged(b.size(), 1);
    std::vector<int> aKept, bKept;
    std::vector<size_t> aPlace, bPlace;
    for (size_t i = 0; i < a.size(); ++i)
        if (inB[size_t(a[i])]) {
            aKept.push_back(a[i]);
            aPlace.push_back(i);
        }
    for (size_t i = 0; i < b.size(); ++i)
        if (inA[size_t(b[i])]) {
            bKept.push_back(b[i]);
            bPlace.push_back(i);
        }
    Compare compare(std::move(aKept), std::move(bKept), steps);
    compare.run();
    for (size_t i = 0; i < aPlace.size(); ++i)
        aChanged[aPlace[i]] = compare.beforeChanged()[i];
    for (size_t i = 0; i < bPlace.size(); ++i)
        bChanged[bPlace[i]] = compare.afterChanged()[i];
    return hunksOf(aChanged, bChanged);
}

WordDiff diffWords(const QString& before, const QString& after)
{
    if (before.size() > longestLine || after.size() > longestLine)
        return {};
    const QStringList a = words(before), b = words(after);
    Numbers numbers;
    std::vector<int> first = numbers.of(a);
    Compare compare(std::move(first), numbers.of(b), 200'000);
    compare.run();
    WordDiff diff{spansOf(a, compare.beforeChanged()), spansOf(b, compare.afterChanged())};
    // Blanks and colons are common to all lines.
    const auto bare = [](const QString& text) { return text.trimmed().size(); };
    if (lengthOf(diff.before) * 10 > bare(before) * 8 && lengthOf(diff.after) * 10 > bare(after) * 8)
        return {};
    return diff;
}

QStringList textLines(const QString& text)
{
    QStringList lines = text.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace kaptan
