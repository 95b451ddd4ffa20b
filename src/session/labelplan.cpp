// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/labelplan.h"

#include "model/labelcleanup.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct LabelPlanWords
{
    Q_DECLARE_TR_FUNCTIONS(LabelPlan)
};

bool touches(const LabelVerb &verb, const RegisteredModel &model)
{
    return std::ranges::any_of(model.metadata.labels, [&verb](const Label &label) {
        return label.key == verb.key && (!verb.value || label.value == *verb.value);
    });
}

QString labelName(const QString &key, const std::optional<QString> &value)
{
    const QString shown = visibleLabelText(key);
    return value ? shown + u'=' + visibleLabelText(*value) : shown;
}

} // namespace

LabelPlan::LabelPlan(BatchKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
}

void LabelPlan::setCatalog(const Catalog *catalog)
{
    m_catalog = catalog;
    m_session = nullptr;
    emit changed();
}

QList<LabelVerb> LabelPlan::verbs() const
{
    return m_session ? m_session->edit().labels : QList<LabelVerb>();
}

void LabelPlan::set(const QList<LabelVerb> &verbs)
{
    if (verbs.isEmpty() || !m_catalog) {
        if (BatchSession *session = std::exchange(m_session, nullptr))
            m_drafts.drop(session);
        emit changed();
        return;
    }
    QStringList ids;
    for (const RegisteredModel &model : m_catalog->models()) {
        if (std::ranges::any_of(verbs, [&](const LabelVerb &verb) { return touches(verb, model); }))
            ids.append(model.id);
    }
    if (!m_session)
        m_session = m_drafts.create(ids);
    m_session->setModelIds(ids);
    m_session->setEdit({.labels = verbs});
    emit changed();
}

void LabelPlan::add(const LabelVerb &verb)
{
    if (!has(verb))
        set(verbs() + QList{verb});
}

void LabelPlan::remove(const LabelVerb &verb)
{
    QList<LabelVerb> left = verbs();
    if (left.removeOne(verb))
        set(left);
}

void LabelPlan::undo()
{
    if (!isEmpty())
        set(verbs().first(verbs().size() - 1));
}

void LabelPlan::clear()
{
    if (m_session)
        set({});
}

qsizetype LabelPlan::touchedBy(const LabelVerb &verb) const
{
    if (!m_catalog)
        return 0;
    return std::ranges::count_if(m_catalog->models(), [&verb](const RegisteredModel &model) {
        return touches(verb, model);
    });
}

QString labelVerbText(const LabelVerb &verb)
{
    const QString from = labelName(verb.key, verb.value);
    switch (verb.kind) {
    case LabelVerb::Kind::RenameKey:
        return LabelPlanWords::tr("%1 becomes %2").arg(from, visibleLabelText(verb.newText));
    case LabelVerb::Kind::Change:
        return LabelPlanWords::tr("%1 becomes %2").arg(from, labelName(verb.key, verb.newText));
    case LabelVerb::Kind::TakeAway: return LabelPlanWords::tr("%1 is taken away").arg(from);
    case LabelVerb::Kind::Add:
    case LabelVerb::Kind::Put: return LabelPlanWords::tr("%1 is added").arg(from);
    case LabelVerb::Kind::ReplaceAll: break;
    }
    return LabelPlanWords::tr("all labels are replaced");
}

} // namespace modelscribe

#include "moc_labelplan.cpp"
