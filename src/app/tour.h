// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace modelscribe {

class Language;
class MainWindow;
class Workbench;

//! Plays the main job through the real window: connect, browse, create a model, edit it with
//! ExtraInfo, review, save, read back. Each step is done by keys and clicks, has to hold within its
//! time, and is kept as a picture.
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
    struct Step
    {
        QString name;
        QString sentence;
        std::function<bool()> act;   //!< false: a thing to press or type into is missing.
        std::function<bool()> holds; //!< Asked again and again until it is true.
    };

    void add(const QString &name, const QString &sentence, std::function<bool()> act,
             std::function<bool()> holds);
    void browseSteps();
    void createSteps();
    void editSteps();
    void readBackSteps();
    void lookSteps();
    void next();
    void poll();
    void end(bool held);
    bool isSaved() const;

    MainWindow &m_window;
    Workbench &m_workbench;
    Language &m_language;
    QString m_folder;
    std::vector<Step> m_steps;
    size_t m_current = 0;
    QTimer m_poll;
    QElapsedTimer m_sinceStep;
    QString m_modelId;
    QString m_readBack;
};

} // namespace modelscribe
