// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryfields.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>
#include <span>
#include <vector>

namespace modelscribe {

class ModelTableModel;

//! The values that are facets, of models in numbered slots, as numbers: texts that a query takes
//! for the same have the same.
//!
//! Each model is read once, and again when it changed: some at a time once the rows are there, so
//! that the first count has all it needs, and at the latest when it is asked for.
class FacetCodes : public QObject
{
    Q_OBJECT

public:
    using Code = quint32;
    static constexpr Code unknown = ~Code(0);
    static constexpr size_t fieldCount = 6;
    static constexpr size_t domainField = 0;
    static constexpr size_t taskField = 1;

    //! The fields whose values are facets, besides labels.
    static std::span<const QLatin1StringView> fields();
    //! fieldCount: it is none of them.
    static size_t placeOf(const QueryField *field);
    static size_t placeOf(const QString &field);

    explicit FacetCodes(const ModelTableModel &models, QObject *parent = nullptr);

    //! None has to be read when it is asked for.
    bool isPrepared() const;

    using OfFields = std::array<Code, fieldCount>; //!< Of the task the pair with its domain.
    const OfFields &fieldsOf(int slot, const RegisteredModel &model);
    std::span<const Code> labelsOf(int slot, const RegisteredModel &model);

    Code find(size_t field, const QString &value) const { return m_numbers[field].find(value); }
    Code findTask(const QString &domain, const QString &task) const;
    Code taskOfPair(Code pair) const { return m_tasks.inner[pair]; }
    Code findLabel(const QString &key, const QString &value) const;
    Code findLabelKey(const QString &key) const { return m_labelKeys.find(key); }
    Code labelKey(const QString &key) { return m_labelKeys.of(key); }
    Code keyOfLabel(Code label) const { return m_labels.outer[label]; }

private:
    //! Numbers for texts.
    class Numbers
    {
    public:
        Code of(const QString &text);
        Code find(const QString &text) const;

    private:
        //! A text that was asked for: a catalog has each that many models share once in memory, so
        //! most are known by their address. It is kept, or the address might become another's.
        struct Seen
        {
            QString text;
            Code code = unknown;
        };
        Code numberOf(const QString &text);

        QHash<QString, Code> m_bySpelling;
        QHash<QString, Code> m_byFolded;
        std::array<Seen, 256> m_seen;
    };
    //! Numbers for a task of a domain, a value of a label's key.
    struct PairNumbers
    {
        QHash<quint64, Code> byBoth;
        // By number of the pair.
        std::vector<Code> outer;
        std::vector<Code> inner;

        Code of(Code first, Code second);
        Code find(Code first, Code second) const;
    };
    struct Slot
    {
        quint64 version = 0; //!< 0: was not read yet.
        OfFields fields{};
        quint32 labelsAt = 0; //!< In m_labelCodes.
        quint32 labelCount = 0;
    };

    void prepareSoon();
    void prepareSome();
    const Slot &at(int slot, const RegisteredModel &model);
    void read(Slot &slot, const RegisteredModel &model);

    const ModelTableModel &m_models;
    std::array<Numbers, fieldCount> m_numbers;
    PairNumbers m_tasks;
    Numbers m_labelKeys;
    Numbers m_labelValues;
    PairNumbers m_labels;
    std::vector<Slot> m_slots;
    std::vector<Code> m_labelCodes;
    std::vector<Code> m_reading; //!< The labels of one model.
    int m_next = 0;              //!< Slot that is prepared next.
    QTimer m_nextTurn;
};

} // namespace modelscribe
