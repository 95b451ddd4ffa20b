// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelnames.h"

#include "core/foldedtext.h"
#include "core/timeslice.h"
#include "lists/modeltablemodel.h"
#include "lists/namefit.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr int betweenAnswers = 300;    // ms, to the same question while models come and go
constexpr qsizetype longestName = 500; // what is longer is no name, and the rest is not looked at
constexpr qsizetype idFrom = 8;        // letters: all ids begin alike

} // namespace

ModelNames::ModelNames(const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &ModelNames::lookAtSome);
    m_again.setSingleShot(true);
    m_again.setInterval(betweenAnswers);
    connect(&m_again, &QTimer::timeout, this, &ModelNames::begin);
    connect(&models, &ModelTableModel::searched, this, [this] {
        if (m_isAsked && !m_again.isActive())
            m_again.start();
    });
}

void ModelNames::find(const QString &typed)
{
    m_typed = foldedText(typed).trimmed();
    m_isAsked = true;
    begin();
}

void ModelNames::begin()
{
    m_again.stop();
    m_best.clear();
    m_working = 0;
    m_next = 0;
    m_nextTurn.start();
}

void ModelNames::rest()
{
    m_nextTurn.stop();
    m_again.stop();
    m_isAsked = false;
    m_names = {};
    m_best = {};
    m_ids.clear();
    m_count = 0;
}

void ModelNames::lookAtSome()
{
    TimeSlice slice;
    const int count = m_models.slotCount();
    if (count < int(m_names.size())) // another catalog
        begin();
    m_names.resize(size_t(count));
    for (; m_next < count && !slice.isOver(); ++m_next) {
        if (const int score = fitOf(m_next); score > 0) {
            ++m_working;
            m_best.push_back({score, m_next});
        }
        if (m_best.size() >= 2 * most) {
            std::ranges::nth_element(m_best, m_best.begin() + most, std::ranges::greater(),
                                     &Candidate::score);
            m_best.resize(most);
        }
    }
    if (m_next < count)
        m_nextTurn.start();
    else
        finish();
}

int ModelNames::fitOf(int slot)
{
    const RegisteredModel *model = m_models.slotAt(slot);
    if (!model)
        return 0;
    Name &name = m_names[size_t(slot)];
    if (const quint64 version = m_models.search().versionOf(slot); name.version != version) {
        name.version = version;
        name.folded = foldedText(QStringView(model->metadata.name).left(longestName));
    }
    if (const int score = nameFit(m_typed, name.folded); score > 0)
        return score;
    return m_typed.size() >= idFrom && model->id.startsWith(m_typed, Qt::CaseInsensitive) ? 1 : 0;
}

void ModelNames::finish()
{
    m_nextTurn.stop();
    std::ranges::sort(m_best, [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score > b.score : a.slot < b.slot;
    });
    if (m_best.size() > most)
        m_best.resize(most);
    m_ids.clear();
    for (const Candidate &candidate : m_best) {
        if (const RegisteredModel *model = m_models.slotAt(candidate.slot))
            m_ids.append(model->id);
    }
    m_count = m_working;
    emit found();
}

} // namespace modelscribe
