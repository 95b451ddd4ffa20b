// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tourstep.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace modelscribe {

class Language;
class MainWindow;
class ScenePictures;
class Workbench;

//! Plays the main job through the real window: connect, browse, create a model, edit it with
//! ExtraInfo, review, save, read back. Each step is done by keys and clicks, has to hold within its
//! time, and is kept as a picture. The pictures of the documents are made on the way.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(MainWindow &window, Workbench &workbench, Language &language, QString folder,
         QObject *parent = nullptr);

    void start();

signals:
    //! \p held: every step did.
    void finished(bool held);

private:
    void add(const QString &name, const QString &sentence, std::function<bool()> act,
             std::function<bool()> holds);
    void browseSteps();
    void createSteps();
    void editSteps();
    void readBackSteps();
    void next();
    void poll();
    void endStep(bool held);
    void end(bool held);
    bool isSaved() const;

    MainWindow &m_window;
    Workbench &m_workbench;
    ScenePictures *m_scenes;
    QString m_folder;
    std::vector<TourStep> m_steps;
    size_t m_current = 0;
    QTimer m_poll;
    QElapsedTimer m_sinceStep;
    QString m_modelId;
    QString m_readBack;
};

} // namespace modelscribe
