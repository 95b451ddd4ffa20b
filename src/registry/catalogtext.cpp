// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogtext.h"

#include "core/whendone.h"
#include "model/searchtext.h"
#include "store/textindex.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr qsizetype textsATurn = 300;
constexpr auto quietTime = 10s;

struct NumberedModel
{
    quint32 number = 0;
    RegisteredModel model;
};

} // namespace

//! Lives on a thread of its own.
class TextWorker : public QObject
{
public:
    explicit TextWorker(QString folder)
        : m_folder(std::move(folder))
    {
    }

    void start()
    {
        m_index = m_folder.isEmpty() ? std::make_unique<TextIndex>()
                                     : TextIndex::forThisRun(m_folder);
    }
    void finish() { m_index.reset(); }
    void put(const std::vector<NumberedModel> &models)
    {
        for (const NumberedModel &one : models)
            m_index->put(one.number, 0, searchText(one.model));
    }
    void remove(const QList<quint32> &numbers)
    {
        for (const quint32 number : numbers)
            m_index->remove(number);
    }
    void flush() { m_index->flush(); }
    void letGo() { m_index->letGo(); }
    TextAnswer find(const QByteArrayList &needles, const std::atomic_bool &isUnwanted) const
    {
        TextAnswer answer;
        for (const QByteArray &needle : needles) {
            auto found = m_index->find(needle, isUnwanted);
            if (!found)
                return {};
            answer.found.push_back(std::move(*found));
        }
        answer.needles = needles;
        return answer;
    }

private:
    QString m_folder;
    std::unique_ptr<TextIndex> m_index;
};

CatalogText::CatalogText(const Catalog &catalog, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_thread(std::make_unique<StoreThread<TextWorker>>(std::make_unique<TextWorker>(folder)))
{
    m_thread->start();
    m_nextTurn.setSingleShot(true);
    connect(&m_nextTurn, &QTimer::timeout, this, &CatalogText::sendSome);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this,
            [this] { m_thread->post([](TextWorker &worker) { worker.letGo(); }); });
    connect(&catalog, &Catalog::added, this, &CatalogText::note);
    connect(&catalog, &Catalog::changed, this, &CatalogText::note);
    connect(&catalog, &Catalog::removed, this, &CatalogText::forget);
    QStringList ids;
    for (const RegisteredModel &model : catalog.models())
        ids.append(model.id);
    note(ids);
}

CatalogText::~CatalogText()
{
    if (m_isUnwanted)
        *m_isUnwanted = true;
}

void CatalogText::note(const QStringList &modelIds)
{
    for (const QString &id : modelIds) {
        if (!m_numbers.contains(id))
            m_numbers.insert(id, quint32(m_numbers.size()));
    }
    m_waiting += modelIds;
    if (!m_waiting.isEmpty() && !m_nextTurn.isActive())
        m_nextTurn.start(0);
}

void CatalogText::forget(const QStringList &modelIds)
{
    QList<quint32> numbers;
    for (const QString &id : modelIds)
        numbers.append(m_numbers.value(id));
    m_thread->post([numbers](TextWorker &worker) { worker.remove(numbers); });
}

void CatalogText::sendSome()
{
    std::vector<NumberedModel> models;
    const qsizetype end = std::min(m_waiting.size(), m_next + textsATurn);
    for (; m_next < end; ++m_next) {
        const QString &id = m_waiting.at(m_next);
        if (const RegisteredModel *model = m_catalog.find(id))
            models.push_back({m_numbers.value(id), *model});
    }
    m_thread->post([models = std::move(models)](TextWorker &worker) { worker.put(models); });
    if (m_next < m_waiting.size()) {
        m_nextTurn.start(0);
        return;
    }
    m_waiting.clear();
    m_next = 0;
    if (m_question)
        ask();
    else
        m_thread->post([](TextWorker &worker) { worker.flush(); });
    m_quiet.start();
}

void CatalogText::find(const QByteArrayList &needles, QObject *context,
                       std::function<void(const TextAnswer &)> done)
{
    if (m_isUnwanted)
        *m_isUnwanted = true;
    m_question = Question{needles, context, std::move(done)};
    if (m_waiting.isEmpty())
        ask();
}

void CatalogText::ask()
{
    m_isUnwanted = std::make_shared<std::atomic_bool>(false);
    m_quiet.start();
    const auto isUnwanted = m_isUnwanted;
    const Question question = *std::exchange(m_question, {});
    const auto answer = m_thread->run<TextAnswer>(
        [needles = question.needles, isUnwanted](const TextWorker &worker) {
            return worker.find(needles, *isUnwanted);
        });
    whenDone(answer, this, [question, isUnwanted](const Result<TextAnswer> &found) {
        if (question.context && !*isUnwanted)
            question.done(*found);
    });
}

} // namespace modelscribe

#include "moc_catalogtext.cpp"
