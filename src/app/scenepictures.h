// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QTimer>

namespace modelscribe {

class Language;
class MainWindow;

//! Takes the pictures of the documents: one scene of the window in light and dark, English and
//! Chinese, as FOLDER/SCENE-light-en.png and so on, each once nothing moves in it any more. They
//! bear what they were made with (the texts "Fonts", "Letters" and "Qt" of the PNG), because with
//! other fonts they look different without being old.
class ScenePictures : public QObject
{
    Q_OBJECT

public:
    ScenePictures(MainWindow &window, Language &language, QString folder,
                  QObject *parent = nullptr);

    void take(const QString &scene);

signals:
    //! The window is light and English again. \p kept: all four are there.
    void taken(bool kept);

private:
    void wear(size_t look);
    void look();
    bool save(const QImage &picture) const;

    MainWindow &m_window;
    Language &m_language;
    QString m_folder;
    QString m_scene;
    size_t m_look = 0;
    QImage m_seen; //!< At the last look.
    int m_looks = 0;
    QTimer m_timer;
};

} // namespace modelscribe
