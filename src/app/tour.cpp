// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour.h"

#include "app/scenepictures.h"
#include "app/tourhands.h"
#include "app/tourscenes.h"
#include "core/jsonformat.h"
#include "core/whendone.h"
#include "session/workbench.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QPixmap>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 patience = 20'000; // ms for one step
constexpr int settle = 250;         // ms before the picture: animations and the clock of the table

QString tourName() { return u"harbour-news-zh"_s; }

QString typedExtraInfo(const QString &rating)
{
    return uR"({"Rating": %1, "TrainedSteps": 12000000000000000000001, "CoverUris": []})"_s.arg(
        rating);
}

//! After Format: other white space, nothing else.
QString formattedExtraInfo(const QString &rating)
{
    return QString::fromUtf8(formatJson(typedExtraInfo(rating).toUtf8()));
}

QString createdRating() { return u"4.90"_s; }

QString editedRating() { return u"4.95"_s; }

} // namespace

Tour::Tour(MainWindow &window, Workbench &workbench, Language &language, QString folder,
           QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
    , m_scenes(new ScenePictures(window, language, folder, this))
    , m_folder(std::move(folder))
    , m_steps(sceneSteps(window, workbench))
{
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
    connect(m_scenes, &ScenePictures::taken, this, &Tour::endStep);
    browseSteps();
    createSteps();
    editSteps();
    readBackSteps();
}

void Tour::add(const QString &name, const QString &sentence, std::function<bool()> act,
               std::function<bool()> holds)
{
    m_steps.push_back({name, sentence, std::move(act), std::move(holds)});
}

void Tour::browseSteps()
{
    add(
        u"search"_s, u"The search box narrows the list to text generation"_s,
        [this] { return hands::type(&m_window, u"Search"_s, u"task:text-generation"_s); },
        [this] {
            const int rows = hands::tableRows(&m_window, u"Models"_s);
            return rows > 0 && rows < m_workbench.catalog()->size();
        });
    add(
        u"open"_s, u"A model is picked and its metadata is shown beside the list"_s,
        [this] { return hands::chooseRow(&m_window, u"Models"_s, 0); },
        [this] { return !hands::text(&m_window, u"field_ModelName"_s).isEmpty(); });
}

void Tour::createSteps()
{
    add(
        u"new-model"_s, u"New model: the same form, filled in by keyboard"_s,
        [this] {
            hands::type(&m_window, u"Search"_s, {});
            return hands::press(&m_window, u"New model"_s);
        },
        [this] { return hands::find(&m_window, u"Keep for later"_s) != nullptr; });
    add(
        u"fill-in"_s, u"Name, description, domain, task, type, size and document are typed"_s,
        [this] {
            const QWidget *form = &m_window;
            return hands::type(form, u"field_ModelName"_s, tourName())
                   && hands::type(form, u"field_ModelDescription"_s, u"港口新闻标题的分类模型。"_s)
                   && hands::type(form, u"field_Domain"_s, u"nlp"_s)
                   && hands::type(form, u"field_Task"_s, u"text-classification"_s)
                   && hands::type(form, u"field_ModelType"_s, u"Checkpoint"_s)
                   && hands::type(form, u"field_Origin"_s, u"ModelScope"_s)
                   && hands::type(form, u"field_ParameterSize"_s, u"0.5B"_s)
                   && hands::type(form, u"field_OrderNumber"_s, u"7"_s)
                   && hands::type(form, u"field_ModelDoc"_s,
                                  u"https://example.com/harbour-news.md"_s);
        },
        [this] {
            return hands::text(&m_window, u"field_ModelDoc"_s)
                   == "https://example.com/harbour-news.md"_L1;
        });
    add(
        u"extra-info"_s, u"ExtraInfo is typed and formatted; numbers keep their spelling"_s,
        [this] {
            const QWidget *form = &m_window;
            return hands::chooseTab(form, 1)
                   && hands::type(form, u"field_ExtraInfo"_s, typedExtraInfo(createdRating()))
                   && hands::press(form, u"Format"_s);
        },
        [this] {
            return hands::text(&m_window, u"field_ExtraInfo"_s)
                   == formattedExtraInfo(createdRating());
        });
    add(
        u"review-new"_s, u"Review shows what will be created and the exact request"_s,
        [this] { return hands::press(&m_window, u"Review new model…"_s); },
        [this] { return hands::find(&m_window, u"ReviewDialog"_s) != nullptr; });
    add(
        u"created"_s, u"The model is created, read back and stands in the list"_s,
        [this] {
            QWidget *review = hands::find(&m_window, u"ReviewDialog"_s);
            hands::keys(review, QKeySequence(Qt::CTRL | Qt::Key_Return));
            return review != nullptr;
        },
        [this] {
            for (const RegisteredModel &model : m_workbench.catalog()->models()) {
                if (model.metadata.name == tourName())
                    m_modelId = model.id;
            }
            return !m_modelId.isEmpty() && isSaved();
        });
}

void Tour::editSteps()
{
    add(
        u"find-again"_s, u"The new model is found by its name and opened"_s,
        [this] { return hands::type(&m_window, u"Search"_s, tourName()); },
        [this] {
            return hands::tableRows(&m_window, u"Models"_s) == 1
                   && hands::chooseRow(&m_window, u"Models"_s, 0) && hands::chooseTab(&m_window, 0)
                   && hands::text(&m_window, u"field_ModelName"_s) == tourName();
        });
    add(
        u"edit"_s, u"Task and description change: bars and reset buttons show it"_s,
        [this] {
            return hands::type(&m_window, u"Search"_s, {})
                   && hands::type(&m_window, u"field_ModelDescription"_s,
                                  u"港口新闻标题的 14 类分类模型。"_s)
                   && hands::type(&m_window, u"field_Task"_s, u"sentence-similarity"_s);
        },
        [this] { return !m_workbench.dirtySessions().isEmpty(); });
    add(
        u"edit-extra-info"_s, u"One number in ExtraInfo changes; the rest keeps its spelling"_s,
        [this] {
            return hands::chooseTab(&m_window, 1)
                   && hands::type(&m_window, u"field_ExtraInfo"_s, typedExtraInfo(editedRating()))
                   && hands::press(&m_window, u"Format"_s);
        },
        [this] {
            return hands::text(&m_window, u"field_ExtraInfo"_s)
                   == formattedExtraInfo(editedRating());
        });
    add(
        u"review"_s, u"Review shows field, original, new and the requests"_s,
        [this] { return hands::press(&m_window, u"Review & Save…"_s); },
        [] { return hands::window(u"Review changes"_s) != nullptr; });
    add(
        u"saved"_s, u"The changes are saved and the list shows them"_s,
        [] {
            QWidget *review = hands::window(u"Review changes"_s);
            hands::keys(review, QKeySequence(Qt::CTRL | Qt::Key_Return));
            return review != nullptr;
        },
        [this] {
            const RegisteredModel *model = m_workbench.catalog()->find(m_modelId);
            return model && model->metadata.task == "sentence-similarity"_L1 && isSaved();
        });
}

void Tour::readBackSteps()
{
    add(
        u"read-back"_s, u"A fresh reading of the registry gives what was typed, byte for byte"_s,
        [this] {
            const auto get = operations::getModel(m_modelId);
            whenDone(m_workbench.connection()->client().run(get), this,
                     [this](const Result<RegisteredModel> &model) {
                         if (model)
                             m_readBack = model->metadata.description + u'|'
                                          + model->metadata.parameterSize + u'|'
                                          + model->metadata.extraInfo.toString();
                     });
            return true;
        },
        [this] {
            return m_readBack
                   == u"港口新闻标题的 14 类分类模型。|500|"_s + formattedExtraInfo(editedRating());
        });
}

bool Tour::isSaved() const
{
    return hands::window(u"Review changes"_s) == nullptr
           && hands::find(&m_window, u"ReviewDialog"_s) == nullptr
           && m_workbench.dirtySessions().isEmpty();
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "modelscribe: the folder %s cannot be made\n", qPrintable(m_folder));
        end(false);
        return;
    }
    next();
}

void Tour::next()
{
    if (m_current == m_steps.size()) {
        end(true);
        return;
    }
    m_sinceStep.start();
    if (!m_steps[m_current].act()) {
        std::printf("%02zu %-18s FAILED: something to press or type into is missing\n",
                    m_current + 1, qPrintable(m_steps[m_current].name));
        end(false);
        return;
    }
    m_poll.start(20);
}

void Tour::poll()
{
    const TourStep &step = m_steps[m_current];
    const bool held = step.holds();
    if (!held && m_sinceStep.elapsed() < patience)
        return;
    m_poll.stop();
    QTimer::singleShot(settle, this, [this, held] {
        const TourStep &shown = m_steps[m_current];
        const QString file = m_folder + u'/'
                             + QString::number(m_current + 1).rightJustified(2, u'0') + u'-'
                             + shown.name + u".png"_s;
        const bool kept = hands::look(&m_window).save(file);
        if (held && kept && !shown.scene.isEmpty())
            m_scenes->take(shown.scene);
        else
            endStep(held && kept);
    });
}

void Tour::endStep(bool held)
{
    const TourStep &done = m_steps[m_current];
    std::printf("%02zu %-18s %-6s %5lld ms  %s\n", m_current + 1, qPrintable(done.name),
                held ? "ok" : "FAILED", static_cast<long long>(m_sinceStep.elapsed()),
                qPrintable(done.sentence));
    std::fflush(stdout);
    if (!held) {
        end(false);
        return;
    }
    ++m_current;
    next();
}

void Tour::end(bool held)
{
    m_poll.stop();
    emit finished(held);
}

} // namespace modelscribe

#include "moc_tour.cpp"
