#pragma once

#include "app/workload/instance.h"

#include <memory>

namespace kaptan::workload
{

/// Makes a workload's instances when somebody looks at them: a cluster has a hundred thousand, of which a few
/// dozens are ever shown. Immutable; any thread.
class InstanceMaker
{
public:
    virtual ~InstanceMaker() = default;

    virtual qsizetype count() const = 0;
    /// Sorted as a workload's are.
    virtual QVector<Instance> make() const = 0;
    /// Their ids, without making them.
    virtual QStringList ids(bool runningOnly) const = 0;

    /// How many of them are Missing.
    virtual int missing() const { return 0; }

    /// The other makes the same.
    virtual bool makesSameAs(const InstanceMaker& other) const = 0;
};

/// The instances of a workload: a vector, or what makes one at the first look. Copies share what was made.
/// Reading is safe from several threads.
class InstanceList
{
public:
    using const_iterator = QVector<Instance>::const_iterator;
    using iterator = QVector<Instance>::iterator;

    InstanceList() = default;

    InstanceList(QVector<Instance> instances) : m_own(std::move(instances)) {}

    InstanceList(std::initializer_list<Instance> instances) : m_own(instances) {}

    explicit InstanceList(std::shared_ptr<const InstanceMaker> maker);

    qsizetype size() const;

    bool isEmpty() const { return size() == 0; }

    /// Made once, and kept as long as a copy of this list lives.
    const QVector<Instance>& list() const;
    /// For one look at very many lists: what was not made yet is made for the caller alone.
    QVector<Instance> passing() const;
    /// Ids of those that have one; costs little.
    QStringList ids(bool runningOnly = false) const;
    /// How many are Missing; costs little.
    int missing() const;

    const_iterator begin() const { return list().cbegin(); }

    const_iterator end() const { return list().cend(); }

    const_iterator cbegin() const { return list().cbegin(); }

    const_iterator cend() const { return list().cend(); }

    const Instance& at(qsizetype i) const { return list().at(i); }

    const Instance& operator[](qsizetype i) const { return list().at(i); }

    const Instance& first() const { return list().constFirst(); }

    const Instance& last() const { return list().constLast(); }

    const Instance& constFirst() const { return list().constFirst(); }

    const Instance& constLast() const { return list().constLast(); }

    // To be written to: from here on it is a vector.
    iterator begin() { return own().begin(); }

    iterator end() { return own().end(); }

    Instance& operator[](qsizetype i) { return own()[i]; }

    Instance& first() { return own().first(); }

    Instance& last() { return own().last(); }

    void append(Instance instance) { own().append(std::move(instance)); }

    void removeAt(qsizetype i) { own().removeAt(i); }

    void removeLast() { own().removeLast(); }

    void reserve(qsizetype size) { own().reserve(size); }

    void clear() { *this = {}; }

    bool operator==(const InstanceList& other) const;

private:
    struct Lazy;
    QVector<Instance>& own();

    QVector<Instance> m_own;
    std::shared_ptr<const Lazy> m_lazy; ///< else m_own holds
};

} // namespace kaptan::workload
